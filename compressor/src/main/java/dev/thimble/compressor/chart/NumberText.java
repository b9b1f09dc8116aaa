/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.chart;

import java.util.Locale;

/**
 * Numbers as a reader of a chart wants them, the same in every locale: three significant digits, no
 * trailing zeros, powers of ten for the very small and the very large.
 */
public final class NumberText {
  private static final double LARGEST_PLAIN = 1e6;
  private static final double SMALLEST_PLAIN = 1e-3;
  private static final int DIGITS = 3;
  private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

  private NumberText() {}

  /** Such as {@code 1,234}, {@code 0.0123}, {@code −1.5} and {@code 2.5×10⁻⁶}. */
  public static String of(double value) {
    if (!Double.isFinite(value)) {
      return Double.isNaN(value) ? "–" : value > 0 ? "∞" : "−∞";
    }
    double magnitude = Math.abs(value);
    if (magnitude == 0) {
      return "0";
    }
    boolean plain = magnitude >= SMALLEST_PLAIN && magnitude < LARGEST_PLAIN;
    String text = plain ? plain(magnitude) : scientific(magnitude);
    return value < 0 && !text.equals("0") ? "−" + text : text;
  }

  private static String plain(double magnitude) {
    int exponent = (int) Math.floor(Math.log10(magnitude));
    int decimals = Math.max(0, DIGITS - 1 - exponent);
    return withoutTrailingZeros(String.format(Locale.ROOT, "%,." + decimals + "f", magnitude));
  }

  private static String scientific(double magnitude) {
    String[] parts = String.format(Locale.ROOT, "%.1e", magnitude).split("e");
    String mantissa = withoutTrailingZeros(parts[0]);
    String power = "10" + superscript(Integer.parseInt(parts[1]));
    return mantissa.equals("1") ? power : mantissa + "×" + power;
  }

  private static String superscript(int exponent) {
    StringBuilder text = new StringBuilder(exponent < 0 ? "⁻" : "");
    for (char digit : Integer.toString(Math.abs(exponent)).toCharArray()) {
      text.append(SUPERSCRIPTS.charAt(digit - '0'));
    }
    return text.toString();
  }

  private static String withoutTrailingZeros(String number) {
    return number.contains(".") ? number.replaceAll("\\.?0+$", "") : number;
  }
}
