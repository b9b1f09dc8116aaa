/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.sensitivity.report;

import dev.thimble.compressor.sensitivity.compare.ReportComparison;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Writes a comparison of two reports: {@value #PAGE}, {@value #JSON}, and a CSV file for each
 * table, in the way of {@link SensitivityFiles}.
 */
public final class ComparisonFiles {
  /** The page to open in a browser. */
  public static final String PAGE = "compare.html";

  /** All of the comparison, as {@link ReportComparison} documents it. */
  public static final String JSON = "compare.json";

  private ComparisonFiles() {}

  /**
   * Writes all files.
   *
   * @param directory is created if it is missing; files of the same names are replaced
   * @return the page
   * @throws IOException if a file cannot be written
   */
  public static Path write(ReportComparison comparison, Path directory) throws IOException {
    ComparisonPage page = new ComparisonPage(comparison);
    return SensitivityFiles.write(directory, page.tables(), JSON, comparison, PAGE, page.html());
  }
}
