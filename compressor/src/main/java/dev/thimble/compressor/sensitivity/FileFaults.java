/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.sensitivity;

/**
 * Damage to the bytes of the {@code *.thim} file that the loader has to refuse.
 *
 * @param fileBytes size of the file
 * @param tried damaged copies that were loaded
 * @param detected how many of them were refused; must be {@code tried}
 * @param singleBits how many of the copies had one flipped bit; the others had several
 * @param everySingleBit whether each bit of the file was among them
 */
public record FileFaults(
    int fileBytes, int tried, int detected, int singleBits, boolean everySingleBit) {

  public FileFaults {
    Checks.atLeast("tried copies", 1, tried);
    if (detected < 0 || detected > tried) {
      throw new IllegalArgumentException(
          "detected copies must be in [0, " + tried + "], found " + detected);
    }
  }

  /** Whether the loader refused every damaged copy. */
  public boolean complete() {
    return detected == tried;
  }
}
