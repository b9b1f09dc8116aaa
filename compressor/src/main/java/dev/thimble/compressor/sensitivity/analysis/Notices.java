/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.sensitivity.analysis;

import dev.thimble.compressor.sensitivity.FileFaults;
import dev.thimble.compressor.sensitivity.Verdict.Comparison;
import dev.thimble.compressor.sensitivity.Verdict.Compressed;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a reader of a report must know before anything else. */
final class Notices {

  private Notices() {}

  /**
   * The notices.
   *
   * @param comparison null if nothing was compared
   * @param maxDrop the budget, as a share
   */
  static List<String> of(FileFaults faults, Comparison comparison, double maxDrop) {
    List<String> notices = new ArrayList<>();
    if (comparison != null) {
      compare(comparison, maxDrop, notices);
    }
    if (!faults.complete()) {
      notices.add(
          String.format(
              Locale.ROOT,
              "The loader accepted %d of %d damaged files.",
              faults.tried() - faults.detected(),
              faults.tried()));
    }
    return notices;
  }

  private static void compare(Comparison comparison, double maxDrop, List<String> notices) {
    Compressed verdict = comparison.verdict();
    Compressed reference = comparison.reference();
    double rise = verdict.validation().error() - reference.validation().error();
    if (!comparison.holds()) {
      notices.add(
          String.format(
              Locale.ROOT,
              "The verdict's recipe is not worth using here: %,d bytes against %,d of the default"
                  + " recipe, at the same or a higher error.",
              verdict.fileBytes(),
              reference.fileBytes()));
    } else if (rise > maxDrop) {
      notices.add(
          String.format(
              Locale.ROOT,
              "The verdict's recipe saves bytes (%,d against %,d) at %.2f points more validation"
                  + " error than the default recipe, which is more than the budget of %.2f.",
              verdict.fileBytes(),
              reference.fileBytes(),
              100 * rise,
              100 * maxDrop));
    }
  }
}
