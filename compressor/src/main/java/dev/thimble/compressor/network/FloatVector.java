/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.network;

import java.util.Arrays;

/** An immutable vector of floats that owns its array: copied in and copied out. */
public final class FloatVector {
  private final float[] values;

  private FloatVector(float[] values) {
    this.values = values;
  }

  /** A vector of a copy of {@code values}. */
  public static FloatVector of(float... values) {
    return new FloatVector(values.clone());
  }

  /** A vector of zeros. */
  public static FloatVector zeros(int length) {
    return new FloatVector(new float[length]);
  }

  public int length() {
    return values.length;
  }

  public float get(int index) {
    return values[index];
  }

  /** A fresh copy. */
  public float[] toArray() {
    return values.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FloatVector vector && Arrays.equals(values, vector.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return "FloatVector[" + values.length + "]";
  }
}
