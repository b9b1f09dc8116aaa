/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.report.tables;

import dev.thimble.compressor.report.Figures;
import java.util.List;
import java.util.Optional;

/** A {@link TablesReport} as Markdown. */
final class TablesMarkdown {
  private final TablesReport report;
  private final String charts;

  /**
   * A document's tables.
   *
   * @param charts where the charts are, as the document sees it; empty, or with a slash at its end
   */
  TablesMarkdown(TablesReport report, String charts) {
    this.report = report;
    this.charts = charts;
  }

  /** All tables as a page. */
  String page() {
    StringBuilder text = new StringBuilder("# Size and accuracy\n");
    for (TableSection section : TableSection.values()) {
      section(section)
          .ifPresent(
              content ->
                  text.append("\n## ").append(section.title()).append("\n\n").append(content));
    }
    return text.toString();
  }

  /** The tables of a section; empty if there are no figures for it. */
  Optional<String> section(TableSection section) {
    return switch (section) {
      case SUMMARY -> Optional.of(SizeTables.summary(report) + "\n" + origin() + "\n" + links());
      case SIZES -> Optional.of(origin() + "\n" + SizeTables.sizes(report));
      case STAGES -> StageTable.of(report).map(table -> examples() + "\n" + table);
      case LAYERS ->
          Optional.of(examples() + LayerTable.EXPLANATION + "\n" + LayerTable.of(report));
      case COMPRESSORS ->
          Optional.of(examples() + CompressorTable.EXPLANATION + "\n" + CompressorTable.of(report));
      case PUBLISHED -> Optional.of(PublishedTable.of(report) + pictures());
    };
  }

  /** What was measured, in one line. */
  private String origin() {
    List<Long> seeds = report.files().stream().map(FileRow::seed).distinct().toList();
    return String.format(
        "%s; %s, %s validation and %s test images; `%s`.\n",
        seeds.size() == 1
            ? "Seed " + seeds.get(0)
            : "Mean (least ... most) of " + seeds.size() + " seeds",
        report.data(),
        Figures.count(report.validationImages()),
        Figures.count(report.testImages()),
        report.command());
  }

  private String examples() {
    return "The files of seed " + report.files().get(0).seed() + ".\n";
  }

  private String links() {
    List<String> links =
        SizeErrorChart.all(report).stream()
            .map(chart -> "[" + chart.network() + "](" + charts + chart.fileName() + ")")
            .toList();
    return "Beside published sizes: " + String.join(", ", links) + ".\n";
  }

  private String pictures() {
    StringBuilder text = new StringBuilder();
    for (SizeErrorChart chart : SizeErrorChart.all(report)) {
      text.append("\n![").append(chart.title()).append("](");
      text.append(charts).append(chart.fileName()).append(")\n");
    }
    return text.toString();
  }
}
