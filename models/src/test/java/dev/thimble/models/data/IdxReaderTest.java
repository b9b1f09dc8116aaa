/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.models.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

final class IdxReaderTest {
  private static final byte[] IMAGES = IdxFixture.idx(IdxFixture.pixels(3, 4), 3, 2, 2);

  @Test
  void readsRawAndGzipAlike() throws IOException {
    for (byte[] file : new byte[][] {IMAGES, IdxFixture.gzip(IMAGES)}) {
      IdxArray array = read(file);
      assertThat(array.count()).isEqualTo(3);
      assertThat(array.imageShape()).isEqualTo(new ImageShape(1, 2, 2));
      assertThat(array.data()).isEqualTo(IdxFixture.pixels(3, 4));
    }
  }

  @Test
  void readsChannelsFromFourDimensions() throws IOException {
    byte[] file = IdxFixture.idx(IdxFixture.pixels(2, 12), 2, 3, 2, 2);
    assertThat(read(file).imageShape()).isEqualTo(new ImageShape(3, 2, 2));
  }

  @Test
  void refusesEveryTruncation() {
    for (int length = 0; length < IMAGES.length; length++) {
      refuses(Arrays.copyOf(IMAGES, length), "found ");
    }
    refuses(
        Arrays.copyOf(IMAGES, IMAGES.length - 5),
        "file.idx: expected 12 bytes of data for dimensions [3, 2, 2], found 7 (truncated)");
  }

  @Test
  void refusesEveryTruncationOfGzip() {
    byte[] packed = IdxFixture.gzip(IMAGES);
    for (int length = 0; length < packed.length; length++) {
      refuses(Arrays.copyOf(packed, length), "file.idx: expected ");
    }
  }

  @Test
  void refusesTrailingBytes() {
    refuses(
        Arrays.copyOf(IMAGES, IMAGES.length + 1),
        "file.idx: expected the end after 12 bytes of data, found trailing bytes");
  }

  @Test
  void refusesAnotherMagic() {
    byte[] file = IMAGES.clone();
    file[2] = 0x0d;
    refuses(file, "file.idx: expected IDX magic 00000803, found 00000d03");
    refuses(IdxFixture.idx(new byte[4], 4), "expected IDX magic 00000803, found 00000801");
  }

  @Test
  void refusesDamagedGzip() {
    byte[] packed = IdxFixture.gzip(IdxFixture.idx(IdxFixture.pixels(50, 4), 50, 2, 2));
    packed[packed.length - 6] ^= 1; // the CRC
    refuses(packed, "file.idx: expected intact gzip data, found damage: ");
  }

  @Test
  void refusesDimensionsOfZeroAndBelow() {
    refuses(IdxFixture.idx(new byte[0], 0, 2, 2), "expected positive dimensions, found [0, 2, 2]");
    refuses(IdxFixture.idx(new byte[0], 1, -2, -2), "expected positive dimensions");
  }

  @Test
  void refusesSizesBeyondAnArray() {
    refuses(
        IdxFixture.idx(new byte[8], 65_536, 65_536, 65_536),
        "expected at most 2147483639 bytes of data");
  }

  @Test
  void allocatesNothingForAHeaderThatLies() {
    // 2 GB announced, 8 bytes there: must fail for want of data, not of memory.
    refuses(IdxFixture.idx(new byte[8], 2_000_000_000, 1, 1), "found 8 (truncated)");
  }

  @Test
  void unpacksNoMoreThanAnnounced() {
    CountingStream bomb = new CountingStream(IdxFixture.gzip(bomb()));
    refuses(() -> IdxReader.read(source(bomb, ""), 3, 4), "trailing bytes");
    assertThat(bomb.bytesRead).isLessThan(1 << 18);
  }

  /** One pixel announced, 4 MB there, which gzip cannot make smaller. */
  private static byte[] bomb() {
    byte[] noise = new byte[1 << 22];
    SeededRandom random = new SeededRandom(1);
    for (int i = 0; i < noise.length; i++) {
      noise[i] = (byte) random.nextLong();
    }
    return IdxFixture.idx(noise, 1, 1, 1);
  }

  @Test
  void refusesAnotherSha256() {
    refuses(
        () -> IdxReader.read(source(new ByteArrayInputStream(IMAGES), "00ff"), 3, 4),
        "file.idx: expected SHA-256 00ff, found ");
  }

  @Test
  void namesTheFileWhenReadingFails() {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("bad sector");
          }
        };
    refuses(
        () -> IdxReader.read(source(broken, ""), 3, 4),
        "file.idx: expected a readable file, found: bad sector");
  }

  private static IdxArray read(byte[] file) throws IOException {
    return IdxReader.read(source(new ByteArrayInputStream(file), ""), 3, 4);
  }

  private static IdxFiles.Source source(InputStream in, String sha256) {
    return new IdxFiles.Source("file.idx", () -> in, sha256);
  }

  private static void refuses(byte[] file, String message) {
    refuses(() -> read(file), message);
  }

  private static void refuses(ThrowingCallable reading, String message) {
    assertThatThrownBy(reading)
        .isInstanceOf(DataException.class)
        .hasMessageContaining(message)
        .hasMessageNotContaining("\n");
  }

  private static final class CountingStream extends ByteArrayInputStream {
    private long bytesRead;

    CountingStream(byte[] content) {
      super(content);
    }

    @Override
    public synchronized int read(byte[] target, int offset, int length) {
      int count = super.read(target, offset, length);
      bytesRead += Math.max(0, count);
      return count;
    }
  }
}
