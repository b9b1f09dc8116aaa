/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.report;

import dev.thimble.compressor.sensitivity.Interval;
import java.util.Locale;

/** Numbers as people read them, the same in every locale. */
public final class Figures {

  /** Stands where there is nothing to say. */
  public static final String NONE = "-";

  private Figures() {}

  /** Such as {@code 1,066,440}. */
  public static String count(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  /** Such as {@code 1,066,440 B}. */
  public static String bytes(long value) {
    return count(value) + " B";
  }

  /** As {@link #bytes}, or a dash for null. */
  public static String bytesOrNone(Long value) {
    return value == null ? NONE : bytes(value);
  }

  /** A share of 1 as {@code 0.84 %}. */
  public static String percent(double share) {
    return String.format(Locale.ROOT, "%.2f %%", 100 * share);
  }

  /** The ends of an interval of shares in percent, such as {@code 1.04 ... 1.52}. */
  public static String percentRange(Interval interval) {
    return String.format("%.2f ... %.2f", 100 * interval.low(), 100 * interval.high());
  }

  /** As {@link #percent}, or a dash for null. */
  public static String percentOrNone(Double share) {
    return share == null ? NONE : percent(share);
  }

  /** How many times smaller, such as {@code 9.5x} and {@code 81x}. */
  public static String ratio(double times) {
    return String.format(Locale.ROOT, times < 10 ? "%.1fx" : "%.0fx", times);
  }

  /** With one decimal. */
  public static String tenths(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  /** With two decimals. */
  public static String hundredths(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
