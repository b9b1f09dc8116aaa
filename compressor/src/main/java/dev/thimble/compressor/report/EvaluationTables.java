/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.report;

import java.util.List;
import java.util.Locale;

/** An evaluation for people. */
public final class EvaluationTables {
  private final EvaluationReport report;

  public EvaluationTables(EvaluationReport report) {
    this.report = report;
  }

  /** Error, speed, and the confusion matrix. */
  public String text() {
    Evaluation result = report.result();
    return String.format(
            Locale.ROOT,
            "%s: %s bytes\ntest error %s (%s of %s images, %s)\n"
                + "%s images per second on one thread (%.1f us an image)\n\n",
            report.file(),
            Figures.count(report.fileBytes()),
            Figures.percent(report.error()),
            Figures.count(result.errors()),
            Figures.count(result.images()),
            report.data(),
            Figures.count(Math.round(result.imagesPerSecond())),
            1e6 / result.imagesPerSecond())
        + confusion(result);
  }

  private static String confusion(Evaluation result) {
    int classes = result.labels().size();
    String[] headings = new String[classes + 1];
    headings[0] = "is \\ found";
    for (int i = 0; i < classes; i++) {
      headings[i + 1] = result.labels().get(i);
    }
    TextTable table = new TextTable(headings);
    for (int row = 0; row < classes; row++) {
      List<Integer> counts = result.confusion().get(row);
      Object[] cells = new Object[classes + 1];
      cells[0] = result.labels().get(row);
      for (int i = 0; i < classes; i++) {
        cells[i + 1] = counts.get(i) == 0 ? "." : Figures.count(counts.get(i));
      }
      table.row(cells);
    }
    return table.toString();
  }
}
