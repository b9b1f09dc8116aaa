/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.sensitivity;

import java.util.List;

/** What the records of this package have in common: they refuse numbers that no report can show. */
final class Checks {
  private Checks() {}

  static double finite(String what, double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(what + " must be finite, found " + value);
    }
    return value;
  }

  static void finiteOrNull(String what, Double value) {
    if (value != null) {
      finite(what, value);
    }
  }

  static void share(String what, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(what + " must be in [0, 1], found " + value);
    }
  }

  static void notNegative(String what, double value) {
    if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(what + " must be finite and not negative, found " + value);
    }
  }

  static void atLeast(String what, long minimum, long value) {
    if (value < minimum) {
      throw new IllegalArgumentException(
          what + " must be at least " + minimum + ", found " + value);
    }
  }

  static void atMost(String what, long maximum, long value) {
    if (value > maximum) {
      throw new IllegalArgumentException(what + " must be at most " + maximum + ", found " + value);
    }
  }

  static void present(String what, Object value) {
    if (value == null) {
      throw new IllegalArgumentException("expected " + what + ", found nothing");
    }
  }

  static <T> List<T> list(String what, List<T> values) {
    present(what, values);
    values.forEach(value -> present("values in " + what, value));
    return List.copyOf(values);
  }

  static void named(String what, String value) {
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException(what + " needs a name");
    }
  }
}
