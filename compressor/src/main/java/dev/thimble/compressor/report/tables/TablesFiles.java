/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.report.tables;

import dev.thimble.compressor.io.AtomicFile;
import dev.thimble.compressor.report.ReportJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes a report: {@value #PAGE}, {@value #JSON}, and a chart for each network. Each file appears
 * in one step with all its content; the page comes last, so that a directory with a page is
 * complete.
 */
public final class TablesFiles {
  /** All tables. */
  public static final String PAGE = "tables.md";

  /** All figures, as {@link TablesReport} documents them. */
  public static final String JSON = "tables.json";

  private TablesFiles() {}

  /**
   * Writes all files.
   *
   * @param directory is created if it is missing; files of the same names are replaced
   * @throws IOException if a file cannot be written
   */
  public static void write(TablesReport report, Path directory) throws IOException {
    writeCharts(report, directory);
    AtomicFile.write(directory.resolve(JSON), ReportJson.write(report));
    AtomicFile.write(directory.resolve(PAGE), utf8(new TablesMarkdown(report, "").page()));
  }

  static void writeCharts(TablesReport report, Path directory) throws IOException {
    Files.createDirectories(directory);
    for (SizeErrorChart chart : SizeErrorChart.all(report)) {
      AtomicFile.write(directory.resolve(chart.fileName()), utf8(chart.svg()));
    }
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
