/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.artifact;

import dev.thimble.compressor.entropy.ByteWriter;
import dev.thimble.compressor.quantize.IntegerNetwork;
import dev.thimble.runtime.internal.format.Format;
import java.util.Arrays;

/** Section c: images, and the scores that a correct reader computes for them. */
final class CheckVectorSection {
  /** Fewer zeros than this do not end a run of literals. */
  private static final int MIN_ZEROS = 3;

  private CheckVectorSection() {}

  static byte[] payload(IntegerNetwork network, byte[] pixels) {
    int size = network.input().size();
    int count = pixels.length / size;
    if (pixels.length % size != 0 || count > Format.MAX_CHECK_VECTORS) {
      throw new IllegalArgumentException(
          "expected at most "
              + Format.MAX_CHECK_VECTORS
              + " check images of "
              + size
              + " pixels, found "
              + pixels.length
              + " pixels");
    }
    ByteWriter out = new ByteWriter();
    out.varint(count);
    for (int i = 0; i < count; i++) {
      byte[] image = Arrays.copyOfRange(pixels, i * size, (i + 1) * size);
      image(out, image);
      for (int score : network.scores(image)) {
        out.svarint(score);
      }
    }
    return out.toByteArray();
  }

  private static void image(ByteWriter out, byte[] image) {
    int position = 0;
    while (position < image.length) {
      int literals = position + zeros(image, position);
      int end = literals;
      while (end < image.length) {
        int zeros = zeros(image, end);
        if (zeros >= MIN_ZEROS || zeros > 0 && end + zeros == image.length) {
          break;
        }
        end += Math.max(1, zeros);
      }
      out.varint(literals - position).varint(end - literals);
      out.bytes(Arrays.copyOfRange(image, literals, end));
      position = end;
    }
  }

  /** Number of zeros from {@code position} on. */
  private static int zeros(byte[] image, int position) {
    int end = position;
    while (end < image.length && image[end] == 0) {
      end++;
    }
    return end - position;
  }
}
