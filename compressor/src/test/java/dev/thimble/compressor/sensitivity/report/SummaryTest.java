/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.sensitivity.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.thimble.compressor.artifact.SensitivitySection;
import dev.thimble.compressor.sensitivity.Summary;
import dev.thimble.runtime.Model;
import dev.thimble.runtime.ModelException;
import java.io.ByteArrayOutputStream;
import java.util.SortedMap;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

class SummaryTest {

  /** One dense layer of one weight, as the format's page describes it. */
  private static byte[] file() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(new byte[] {'T', 'H', 'I', 'M', 1});
    section(out, 'N', 0, 1, 1, 1, 0, 0, 0x80, 0x3F, 0, 0, 0, 0x80, 0x3F, 1, 1, 1, 0);
    section(out, 'W', 0, 2, 0, 1);
    out.write(0);
    crc(out, out.toByteArray());
    return out.toByteArray();
  }

  private static void section(ByteArrayOutputStream out, char tag, int... payload) {
    ByteArrayOutputStream section = new ByteArrayOutputStream();
    section.write(tag);
    section.write(payload.length);
    for (int value : payload) {
      section.write(value);
    }
    out.writeBytes(section.toByteArray());
    crc(out, section.toByteArray());
  }

  private static void crc(ByteArrayOutputStream out, byte[] bytes) {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    for (int i = 0; i < 4; i++) {
      out.write((int) (crc.getValue() >>> 8 * i));
    }
  }

  @Test
  void saysWhatStaysInsideTheBudget() {
    assertThat(Summary.of(SampleReport.complete()))
        .containsEntry("samples", "5000")
        .containsEntry("error", "0.0096")
        .containsEntry("budget", "0.002")
        .containsEntry("noise", "0.1")
        .containsEntry("flips", "0.00001")
        .containsEntry("w0", "4 - 8 0.00001")
        .hasSize(9);
  }

  @Test
  void theFileHasItWithinTwoHundredBytes() throws ModelException {
    SortedMap<String, String> summary = Summary.of(SampleReport.complete());
    byte[] file = SensitivitySection.append(file(), summary);
    assertThat(file.length - file().length).isBetween(50, 200);
    assertThat(Model.load(file).description().sensitivity()).isEqualTo(summary);
  }
}
