/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.sensitivity.forward;

import dev.thimble.compressor.sensitivity.Measurement;
import dev.thimble.compressor.sensitivity.SweepPoint;
import java.util.BitSet;

/** What a variant made of each image. */
public final class Outcome {
  private final BitSet wrong;
  private final Measurement measurement;

  private Outcome(BitSet wrong, Measurement measurement) {
    this.wrong = wrong;
    this.measurement = measurement;
  }

  /**
   * Of single images.
   *
   * @param wrong whether each is classified wrong
   * @param losses each one's cross entropy in nats
   */
  static Outcome of(boolean[] wrong, double[] losses) {
    BitSet set = new BitSet(wrong.length);
    double sum = 0;
    for (int i = 0; i < wrong.length; i++) {
      set.set(i, wrong[i]);
      sum += losses[i];
    }
    double mean = sum / losses.length;
    double squares = 0;
    for (double loss : losses) {
      squares += (loss - mean) * (loss - mean);
    }
    double deviation = losses.length < 2 ? 0 : Math.sqrt(squares / (losses.length - 1));
    return new Outcome(set, Measurement.of(wrong.length, set.cardinality(), mean, deviation));
  }

  public Measurement measurement() {
    return measurement;
  }

  public double error() {
    return measurement.error();
  }

  public double loss() {
    return measurement.loss();
  }

  /** This outcome as a step of a sweep, compared with that of the full-precision network. */
  public SweepPoint toPoint(double value, Outcome full) {
    BitSet broken = (BitSet) wrong.clone();
    broken.andNot(full.wrong);
    BitSet repaired = (BitSet) full.wrong.clone();
    repaired.andNot(wrong);
    return new SweepPoint(value, measurement, broken.cardinality(), repaired.cardinality());
  }
}
