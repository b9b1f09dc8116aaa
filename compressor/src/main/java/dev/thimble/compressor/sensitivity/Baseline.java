/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.sensitivity;

/**
 * The network as it is, in both its forms.
 *
 * @param real in real numbers; all weights at full precision
 * @param integers the int8 network through {@code runtime-lite}: the analysed file, or the network
 *     as its default recipe quantizes, without pruning or clustering
 * @param integerBytes size of that file in bytes
 */
public record Baseline(Measurement real, Measurement integers, int integerBytes) {

  public Baseline {
    Checks.present("a measurement in real numbers", real);
    Checks.present("a measurement in integers", integers);
    Checks.atLeast("a file's bytes", 1, integerBytes);
  }
}
