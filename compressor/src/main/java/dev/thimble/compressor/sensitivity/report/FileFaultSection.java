/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.sensitivity.report;

import dev.thimble.compressor.report.Figures;
import dev.thimble.compressor.sensitivity.FileFaults;
import java.util.List;
import java.util.Optional;

/** Damage to the file. */
final class FileFaultSection {

  private FileFaultSection() {}

  static Optional<Section> of(FileFaults faults) {
    return faults == null ? Optional.empty() : Optional.of(section(faults));
  }

  private static Section section(FileFaults faults) {
    Table table =
        new Table(
            "file-faults",
            "Damaged copies of the file",
            Column.count("file_bytes", "file (bytes)"),
            Column.count("tried", "copies"),
            Column.count("single_bits", "with one flipped bit"),
            Column.count("detected", "refused by the loader"));
    table.row(faults.fileBytes(), faults.tried(), faults.singleBits(), faults.detected());
    return new Section(
        "file",
        "Damaged files",
        List.of(
            "Of "
                + Figures.count(faults.tried())
                + " copies of the file with flipped bits"
                + (faults.everySingleBit() ? ", every single bit among them," : "")
                + " the loader refused "
                + (faults.complete()
                    ? "all: a damaged file never runs."
                    : Figures.count(faults.detected()) + ": some damage goes unnoticed.")),
        List.of(),
        List.of(table));
  }
}
