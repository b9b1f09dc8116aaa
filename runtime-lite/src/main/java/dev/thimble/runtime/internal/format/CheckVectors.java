/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.runtime.internal.format;

import dev.thimble.runtime.ModelException;
import java.util.Arrays;

/**
 * Section c: a few images, run-length coded, with the scores they must give. Kept coded; checked
 * when read.
 */
public final class CheckVectors {

  /** A file without the section. */
  public static final CheckVectors NONE = new CheckVectors(0, new byte[0]);

  public final int count;
  private final byte[] coded; // what follows the count

  private CheckVectors(int count, byte[] coded) {
    this.count = count;
    this.coded = coded;
  }

  static CheckVectors read(ByteReader in, int imageBytes, int classes, MemoryBudget budget)
      throws ModelException {
    int count = in.varint("count", 1, Format.MAX_CHECK_VECTORS);
    budget.array(in.remaining(), 1);
    byte[] coded = new byte[in.remaining()];
    System.arraycopy(in.file(), in.position(), coded, 0, coded.length);
    for (int vector = 0; vector < count; vector++) {
      image(in, imageBytes, null);
      for (int i = 0; i < classes; i++) {
        in.svarint("score");
      }
    }
    in.requireEnd();
    return new CheckVectors(count, coded);
  }

  /** Returns what {@link #next} reads all vectors from, one after the other. */
  public ByteReader reader() {
    return new ByteReader(coded, 0, coded.length, "check vectors");
  }

  /** Decodes the next vector: fills the image and the expected scores. */
  public static void next(ByteReader in, byte[] image, int[] scores) {
    try {
      Arrays.fill(image, (byte) 0);
      image(in, image.length, image);
      for (int i = 0; i < scores.length; i++) {
        scores[i] = in.svarint("score");
      }
    } catch (ModelException e) {
      throw new IllegalStateException("check vectors were valid when the model was loaded", e);
    }
  }

  /** Reads the runs of one image, into {@code image} unless that is null. */
  private static void image(ByteReader in, int imageBytes, byte[] image) throws ModelException {
    int at = 0;
    while (at < imageBytes) {
      int zeros = in.varint("zeros", at == 0 ? 0 : 1, imageBytes - at);
      int literals =
          in.varint("literals", at + zeros == imageBytes ? 0 : 1, imageBytes - at - zeros);
      at += zeros;
      in.require(literals, "pixels");
      if (image != null) {
        System.arraycopy(in.file(), in.position(), image, at, literals);
      }
      in.skip(literals, "pixels");
      at += literals;
    }
  }
}
