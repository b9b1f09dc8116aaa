/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.benchmarks.report;

import dev.thimble.compressor.chart.Axis;
import dev.thimble.compressor.chart.Bar;
import dev.thimble.compressor.chart.BarChart;
import dev.thimble.compressor.chart.ChartSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A bar chart for each network of the suites that compare runtimes, single-threaded. */
public final class ChartFiles {
  private static final Set<Suite> CHARTED = Set.of(Suite.ONE_IMAGE, Suite.BATCH, Suite.START);

  /** What stands out: the subjects of this project. */
  private static final String OWN = "Thimble";

  private ChartFiles() {}

  /** Writes all charts to a directory. */
  public static void write(List<Measurement> measurements, Path directory) throws IOException {
    Files.createDirectories(directory);
    for (Suite suite : Suite.values()) {
      List<Measurement> rows = measurements.stream().filter(m -> m.suite() == suite).toList();
      for (String network : networks(suite, rows)) {
        List<Bar> bars =
            rows.stream()
                .filter(row -> row.threads() == 1 && row.network().equals(network))
                .map(ChartFiles::bar)
                .toList();
        BarChart chart =
            new BarChart(
                suite.title() + ", " + network,
                ChartSize.WIDE,
                Axis.linear("median", suite.unit()),
                bars);
        Files.writeString(directory.resolve(name(suite, network)), chart.toStandaloneSvg());
      }
    }
  }

  private static Bar bar(Measurement row) {
    return row.subject().startsWith(OWN)
        ? Bar.emphasised(row.subject(), row.median())
        : Bar.plain(row.subject(), row.median());
  }

  /** The file names of a suite's charts. */
  static List<String> names(Suite suite, List<Measurement> rows) {
    return networks(suite, rows).stream().map(network -> name(suite, network)).toList();
  }

  private static List<String> networks(Suite suite, List<Measurement> rows) {
    List<String> networks = new ArrayList<>();
    if (CHARTED.contains(suite)) {
      rows.stream().map(Measurement::network).distinct().forEach(networks::add);
    }
    return networks;
  }

  private static String name(Suite suite, String network) {
    String kind = suite.name().toLowerCase(Locale.ROOT).replace('_', '-');
    return "benchmark-" + kind + "-" + network + ".svg";
  }
}
