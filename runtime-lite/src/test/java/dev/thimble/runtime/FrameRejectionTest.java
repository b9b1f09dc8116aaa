/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.runtime;

import static dev.thimble.runtime.Rejection.corrupt;
import static dev.thimble.runtime.Rejection.rejects;
import static org.assertj.core.api.Assertions.assertThat;

import dev.thimble.runtime.ModelException.Reason;
import dev.thimble.runtime.artifact.Artifact;
import dev.thimble.runtime.artifact.ByteSink;
import dev.thimble.runtime.artifact.WeightBlock;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class FrameRejectionTest {

  private static final byte[] NETWORK = TinyModel.DENSE.networkSection(null, null);
  private static final byte[] WEIGHTS = TinyModel.DENSE.weightsSection(WeightBlock.RAW);
  private static final byte[] FILE = TinyModel.DENSE.file(WeightBlock.RAW);

  private static Artifact required() {
    return new Artifact().section('N', NETWORK).section('W', WEIGHTS);
  }

  @Test
  void rejectsOtherFiles() {
    rejects(
        new byte[0], Reason.NOT_A_MODEL, "expected \"THIM\" at byte 0, found a file of 0 bytes");
    rejects(new byte[] {'T', 'H', 'I'}, Reason.NOT_A_MODEL, "found a file of 3 bytes");
    rejects(
        "PK\3\4 zip".getBytes(),
        Reason.NOT_A_MODEL,
        "expected \"THIM\" at byte 0, found 0x504b0304");
  }

  @Test
  void rejectsOtherVersions() {
    byte[] file = FILE.clone();
    file[4] = 2;
    rejects(file, Reason.UNSUPPORTED, "format version: expected 1, found 2 (frame, byte 4)");
  }

  @Test
  void rejectsAHeaderAlone() {
    corrupt(Arrays.copyOf(FILE, 4), "version: expected 1 byte, found 0 left (frame, byte 4)");
    corrupt(Arrays.copyOf(FILE, 5), "section tag: expected 1 byte, found 0 left (frame, byte 5)");
  }

  @Test
  void rejectsADamagedSection() {
    byte[] file = FILE.clone();
    file[10] ^= 1;
    corrupt(file, "CRC-32 of section N: expected ");
  }

  @Test
  void rejectsADamagedFileCrc() {
    byte[] file = FILE.clone();
    file[file.length - 1] ^= 1;
    corrupt(file, "CRC-32 of the file: expected ");
  }

  @Test
  void rejectsASectionPastTheEnd() {
    byte[] file = new ByteSink().bytes(new byte[] {'T', 'H', 'I', 'M', 1, 'N', 100}).toByteArray();
    corrupt(file, "section N: expected 100 bytes, found 0 left (frame, byte 7)");
  }

  @Test
  void rejectsBytesAfterTheEnd() {
    corrupt(Arrays.copyOf(FILE, FILE.length + 2), "the end: expected no more bytes, found 2 bytes");
  }

  @Test
  void rejectsMissingSections() {
    corrupt(new Artifact().end(), "sections: expected section N as number 1, found none");
    corrupt(
        new Artifact().section('N', NETWORK).end(), "expected section W as number 2, found none");
    corrupt(
        new Artifact().section('W', WEIGHTS).end(),
        "expected section N as number 1, found section W");
  }

  @Test
  void rejectsSectionsOutOfOrder() {
    corrupt(
        new Artifact().section('W', WEIGHTS).section('N', NETWORK).end(),
        "section order: expected a tag above section W, found section N");
    corrupt(
        required().section('W', WEIGHTS).end(), "expected a tag above section W, found section W");
    corrupt(
        required().section('x', new byte[1]).section('s', new byte[1]).end(),
        "expected a tag above section x, found section s");
  }

  @Test
  void rejectsUnknownSectionsUnlessOptional() throws ModelException {
    rejects(
        required().section('X', new byte[3]).end(),
        Reason.UNSUPPORTED,
        "section tag: expected a known one, found section X");
    rejects(
        required().section('\u0081', new byte[3]).end(), Reason.UNSUPPORTED, "found section 0x81");
    Model model =
        Model.load(required().section('q', new byte[3]).section('\u00e1', new byte[300]).end());
    assertThat(model.description().sections()).hasSize(4);
  }

  @Test
  void rejectsNumbersThatAreNotInTheirShortestForm() {
    byte[] section = {'N', (byte) 0x80, 0};
    byte[] file =
        new ByteSink().bytes(new byte[] {'T', 'H', 'I', 'M', 1}).bytes(section).toByteArray();
    corrupt(
        file,
        "section length: expected a number in its shortest form, found a longer one (frame, byte 6)");
  }

  @Test
  void rejectsNumbersOverTheirRange() {
    ByteSink start = new ByteSink().bytes(new byte[] {'T', 'H', 'I', 'M', 1, 'N'});
    corrupt(
        start.varint(1L << 31).toByteArray(),
        "expected a varint of at most 2^31 - 1, found 2147483648");
    start = new ByteSink().bytes(new byte[] {'T', 'H', 'I', 'M', 1, 'N'});
    corrupt(start.varint(1L << 32).toByteArray(), "expected a number of at most 32 bits");
    start = new ByteSink().bytes(new byte[] {'T', 'H', 'I', 'M', 1, 'N', -1, -1, -1, -1, -1, 1});
    corrupt(start.toByteArray(), "expected a number of at most 32 bits");
  }

  @Test
  void rejectsFilesOverTheLimitWhateverTheirSource() {
    Limits limits = Limits.DEFAULT.withFileBytes(FILE.length - 1);
    String text = "file bytes: expected at most " + (FILE.length - 1) + ", found " + FILE.length;
    rejects(FILE, limits, Reason.LIMIT_EXCEEDED, text);
    Assertions.assertThatThrownBy(() -> Model.load(ByteBuffer.wrap(FILE), limits))
        .hasMessageContaining(text);
    Assertions.assertThatThrownBy(() -> Model.load(new ByteArrayInputStream(FILE), limits))
        .hasMessageContaining(text);
  }

  @Test
  void loadsAStreamOfExactlyTheLimit() throws IOException {
    Limits limits = Limits.DEFAULT.withFileBytes(FILE.length);
    assertThat(Model.load(new ByteArrayInputStream(FILE), limits).classCount()).isEqualTo(2);
  }

  @Test
  void passesOnFailuresOfTheStream() {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("disk on fire");
          }
        };
    Assertions.assertThatThrownBy(() -> Model.load(broken))
        .isExactlyInstanceOf(IOException.class)
        .hasMessage("disk on fire");
  }

  @Test
  void readsAnEndlessStreamNoFurtherThanTheLimit() {
    int[] given = new int[1];
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            given[0]++;
            return 'T';
          }
        };
    Assertions.assertThatThrownBy(() -> Model.load(endless, Limits.DEFAULT.withFileBytes(100_000)))
        .hasMessageContaining("file bytes: expected at most 100000, found 100001");
    assertThat(given[0]).isEqualTo(100_001);
  }
}
