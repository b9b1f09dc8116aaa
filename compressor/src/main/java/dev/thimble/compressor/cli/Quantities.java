/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.cli;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Numbers with units on the command line. */
final class Quantities {
  private static final Pattern NUMBER = Pattern.compile("([0-9]{1,15}(?:\\.[0-9]{1,9})?) ?(.*)");

  private Quantities() {}

  private static double read(String text, String expected, Map<String, Double> units) {
    Matcher matcher = NUMBER.matcher(text);
    if (!matcher.matches() || !units.containsKey(matcher.group(2))) {
      throw new TypeConversionException("expected " + expected + ", found " + text);
    }
    return Double.parseDouble(matcher.group(1)) * units.get(matcher.group(2));
  }

  /** A share in percent, with or without the sign; as a share of 1. */
  static final class Percent implements ITypeConverter<Double> {
    @Override
    public Double convert(String text) {
      double share = read(text, "percent such as 1.6%", Map.of("", 0.01, "%", 0.01));
      if (share > 1) {
        throw new TypeConversionException("expected at most 100 %, found " + text);
      }
      return share;
    }
  }

  /** A size in bytes; kB and KB are 1,000 bytes, KiB are 1,024. */
  static final class Bytes implements ITypeConverter<Long> {
    private static final Map<String, Double> UNITS =
        Map.of("", 1.0, "B", 1.0, "kB", 1e3, "KB", 1e3, "KiB", 1024.0, "MB", 1e6, "MiB", 1048576.0);

    @Override
    public Long convert(String text) {
      return (long) read(text, "a size such as 4KB or 3500", UNITS);
    }
  }

  /** A time in seconds, minutes or hours. */
  static final class Time implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String text) {
      double seconds =
          read(text, "a time such as 90s, 10m or 1h", Map.of("s", 1.0, "m", 60.0, "h", 3600.0));
      return Duration.ofMillis(Math.round(seconds * 1000));
    }
  }
}
