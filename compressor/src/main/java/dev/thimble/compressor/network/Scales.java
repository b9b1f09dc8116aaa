/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.network;

import java.util.Arrays;

/** The real value of one weight level: one for the layer, or one for each output channel. */
public final class Scales {
  private final double[] values;
  private final boolean perChannel;

  private Scales(double[] values, boolean perChannel) {
    for (int i = 0; i < values.length; i++) {
      if (!(values[i] > 0 && values[i] < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "a scale must be finite and above 0, found " + values[i] + " for channel " + i);
      }
    }
    this.values = values;
    this.perChannel = perChannel;
  }

  /** One scale that all output channels share. */
  public static Scales perLayer(double scale) {
    return new Scales(new double[] {scale}, false);
  }

  /** One scale for each output channel. */
  public static Scales perChannel(double... scales) {
    if (scales.length == 0) {
      throw new IllegalArgumentException("scales per channel need at least one channel");
    }
    return new Scales(scales.clone(), true);
  }

  public boolean isPerChannel() {
    return perChannel;
  }

  /** The scale of output channel {@code row}. */
  public double get(int row) {
    return perChannel ? values[row] : values[0];
  }

  /** The largest scale. */
  public double max() {
    return Arrays.stream(values).max().orElseThrow();
  }

  void requireRows(int rows) {
    if (perChannel && values.length != rows) {
      throw new IllegalArgumentException(
          "expected one scale for each of " + rows + " output channels, found " + values.length);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Scales scales
        && perChannel == scales.perChannel
        && Arrays.equals(values, scales.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return perChannel ? "Scales[" + values.length + " channels]" : "Scales[" + values[0] + "]";
  }
}
