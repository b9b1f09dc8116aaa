/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.sensitivity.analysis;

import dev.thimble.models.data.SeededRandom;

/** Standard normal numbers by Box and Muller's method, the same on every JDK. */
final class Normals {
  private final SeededRandom random;
  private double spare = Double.NaN;

  Normals(SeededRandom random) {
    this.random = random;
  }

  double next() {
    if (!Double.isNaN(spare)) {
      double value = spare;
      spare = Double.NaN;
      return value;
    }
    // 1 - u lies in (0, 1], so that its logarithm is finite.
    double radius = Math.sqrt(-2 * Math.log(1 - random.nextDouble()));
    double angle = 2 * Math.PI * random.nextDouble();
    spare = radius * StrictMath.sin(angle);
    return radius * StrictMath.cos(angle);
  }
}
