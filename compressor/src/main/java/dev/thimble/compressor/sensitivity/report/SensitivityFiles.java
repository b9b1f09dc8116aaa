/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.sensitivity.report;

import dev.thimble.compressor.io.AtomicFile;
import dev.thimble.compressor.report.ReportJson;
import dev.thimble.compressor.sensitivity.SensitivityReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes a report: {@value #PAGE}, {@value #JSON}, and a CSV file for each table. Each file appears
 * in one step with all its content; the page comes last, so that a directory with a page is
 * complete.
 */
public final class SensitivityFiles {
  /** The page to open in a browser. */
  public static final String PAGE = "report.html";

  /** All results, as {@link SensitivityReport} documents them. */
  public static final String JSON = "report.json";

  private SensitivityFiles() {}

  /**
   * Writes all files.
   *
   * @param directory is created if it is missing; files of the same names are replaced
   * @return the page
   * @throws IOException if a file cannot be written
   */
  public static Path write(SensitivityReport report, Path directory) throws IOException {
    SensitivityPage page = new SensitivityPage(report);
    return write(directory, page.tables(), JSON, report, PAGE, page.html());
  }

  /** Writes tables, a JSON file, and last a page. */
  static Path write(
      Path directory,
      List<Table> tables,
      String jsonName,
      Object json,
      String pageName,
      byte[] page)
      throws IOException {
    Files.createDirectories(directory);
    for (Table table : tables) {
      AtomicFile.write(directory.resolve(table.name() + ".csv"), Csv.of(table));
    }
    AtomicFile.write(directory.resolve(jsonName), ReportJson.write(json));
    Path file = directory.resolve(pageName);
    AtomicFile.write(file, page);
    return file;
  }
}
