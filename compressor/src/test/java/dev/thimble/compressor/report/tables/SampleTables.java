/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.report.tables;

import dev.thimble.compressor.report.Baseline;
import dev.thimble.compressor.report.tables.LayerFigures.Coded;
import java.util.ArrayList;
import java.util.List;

/** A report of two networks with made-up figures. */
final class SampleTables {

  private SampleTables() {}

  /** Two recipes of lenet-300-100 and one of lenet-5, with that many seeds. */
  static TablesReport report(int seeds) {
    return report(
        seeds,
        List.of(
            new StageFigures("original", 1_066_440, 0.009, 0.0084),
            new StageFigures("code", 9800, 0.0168, 0.0126)));
  }

  /** One seed, of which only the files are known. */
  static TablesReport withoutStages() {
    return report(1, List.of());
  }

  private static TablesReport report(int seeds, List<StageFigures> stages) {
    List<FileRow> files = new ArrayList<>();
    for (int seed = 1; seed <= seeds; seed++) {
      files.add(file("lenet-300-100", "lenet-300-100-tiny", seed, 4400, 0.0179, List.of()));
    }
    for (int seed = 1; seed <= seeds; seed++) {
      files.add(file("lenet-300-100", "lenet-300-100", seed, 9800, 0.0126, stages));
    }
    for (int seed = 1; seed <= seeds; seed++) {
      files.add(file("lenet-5", "lenet-5-small", seed, 5200, 0.0074, List.of()));
    }
    List<NetworkRow> networks =
        List.of(
            new NetworkRow("lenet-300-100", 266_610, 1_066_440, 0.009, 0.0084, baselines(1000)),
            new NetworkRow("lenet-5", 431_080, 1_724_320, 0.0042, 0.0036, baselines(2000)));
    return new TablesReport(
        TablesReport.SCHEMA,
        "./thimble tables --seeds " + seeds,
        "digits",
        5000,
        10_000,
        networks,
        SizeRow.of(files),
        files,
        PublishedResults.all());
  }

  private static FileRow file(
      String network, String recipe, int seed, int bytes, double error, List<StageFigures> stages) {
    int size = bytes + 40 * (seed - 1);
    return new FileRow(
        network,
        recipe,
        seed,
        size,
        120 + seed,
        1e6 / size,
        error + 0.004,
        error + 0.0003 * (seed - 1),
        List.of(
            new LayerFigures(
                "fc1", 235_200, 942_000, 3173, 3, 2, 8.8, coded(2851), coded(2297), 3315.4),
            new LayerFigures("fc2", 1000, 4040, 660, 5, 3, 1.5, null, coded(302), 301.2)),
        baselines(bytes),
        stages);
  }

  private static Coded coded(int bytes) {
    return new Coded(1.3, 5.2, bytes);
  }

  private static List<Baseline> baselines(int bytes) {
    return List.of(
        new Baseline(Baseline.NONE, 40 * bytes, 10 * bytes),
        new Baseline("gzip", 2 * bytes, bytes + 1));
  }
}
