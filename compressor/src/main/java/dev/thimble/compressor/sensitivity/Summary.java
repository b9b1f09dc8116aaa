/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.sensitivity;

import dev.thimble.compressor.sensitivity.MemoryFaults.FaultPoint;
import dev.thimble.compressor.sensitivity.MemoryFaults.LayerFaults;
import dev.thimble.compressor.sensitivity.Verdict.LayerVerdict;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/** What of a report goes into a file: section s of {@code format.md}. */
public final class Summary {
  private static final String NONE = "-";
  private static final int MAX_LAYERS = 27;
  private static final MathContext DIGITS = new MathContext(4);

  private Summary() {}

  /** Keys and values; of networks with more layers than a section has room for the first ones. */
  public static SortedMap<String, String> of(SensitivityReport report) {
    SortedMap<String, String> entries = new TreeMap<>();
    double budget = report.subject().maxDrop();
    entries.put("samples", Integer.toString(report.baseline().integers().samples()));
    entries.put("error", number(report.baseline().integers().error()));
    entries.put("budget", number(budget));
    entries.put(
        "noise", number(report.noise().tolerated(report.baseline().real().error() + budget)));
    double limit = report.memoryFaults().before().error() + budget;
    entries.put("flips", number(MemoryFaults.tolerated(report.memoryFaults().network(), limit)));
    List<LayerVerdict> layers = report.verdict().layers();
    for (int i = 0; i < Math.min(MAX_LAYERS, layers.size()); i++) {
      LayerVerdict layer = layers.get(i);
      List<FaultPoint> faults =
          report.memoryFaults().layers().stream()
              .filter(other -> other.layer().equals(layer.layer()))
              .findFirst()
              .map(LayerFaults::points)
              .orElse(List.of());
      entries.put(
          "w" + i,
          String.join(
              " ",
              number(layer.bits()),
              number(layer.density()),
              number(layer.codebook()),
              number(MemoryFaults.tolerated(faults, limit))));
    }
    return entries;
  }

  private static String number(OptionalDouble value) {
    return number(value.isPresent() ? value.getAsDouble() : null);
  }

  private static String number(Number value) {
    return value == null
        ? NONE
        : new BigDecimal(value.toString()).round(DIGITS).stripTrailingZeros().toPlainString();
  }
}
