/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.sensitivity.analysis;

import dev.thimble.compressor.sensitivity.FileFaults;
import dev.thimble.models.data.SeededRandom;
import dev.thimble.runtime.Model;
import dev.thimble.runtime.ModelException;
import java.util.stream.IntStream;

/** Flips bits of a file's bytes and counts what the loader refuses. */
final class FileFaultAnalysis {
  private static final int MAX_SINGLE = 16_384;
  private static final int SEVERAL = 1024;
  private static final int MAX_FLIPS = 32;

  /** Copies between two looks at the progress. */
  private static final int PART = 512;

  private static final long STREAM = 9;

  private final FileContent file;
  private final long seed;

  FileFaultAnalysis(FileContent file, long seed) {
    this.file = file;
    this.seed = seed;
  }

  /** Copies that are loaded. */
  int copies() {
    return singles() + SEVERAL;
  }

  private int singles() {
    return (int) Math.min(MAX_SINGLE, 8L * file.size());
  }

  FileFaults run(Progress progress) throws InterruptedException {
    boolean every = singles() == 8L * file.size();
    int detected = 0;
    for (int first = 0; first < copies(); first += PART) {
      int end = Math.min(copies(), first + PART);
      detected += (int) IntStream.range(first, end).parallel().filter(this::isRefused).count();
      progress.step(end, copies());
    }
    return new FileFaults(file.size(), copies(), detected, singles(), every);
  }

  private boolean isRefused(int copy) {
    byte[] damaged = file.bytes();
    boolean every = singles() == 8L * file.size();
    SeededRandom random = SeededRandom.forPart(seed, STREAM, copy);
    if (copy < singles()) {
      flip(damaged, every ? copy : random.nextInt(8 * damaged.length));
    } else {
      int flips = 2 + random.nextInt(MAX_FLIPS - 1);
      // An even number of flips of one bit would leave the file as it was: each byte only once.
      int stride = Math.max(1, damaged.length / flips);
      for (int i = 0; i < flips && i * stride < damaged.length; i++) {
        int at = i * stride + random.nextInt(Math.min(stride, damaged.length - i * stride));
        flip(damaged, 8 * at + random.nextInt(8));
      }
    }
    try {
      Model.load(damaged);
      return false;
    } catch (ModelException e) {
      return true;
    }
  }

  private static void flip(byte[] bytes, int bit) {
    bytes[bit / 8] ^= (byte) (1 << bit % 8);
  }
}
