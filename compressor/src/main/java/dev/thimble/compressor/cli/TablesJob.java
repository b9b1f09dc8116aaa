/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.cli;

import dev.thimble.compressor.report.tables.FileRow;
import dev.thimble.compressor.report.tables.NetworkRow;
import dev.thimble.compressor.report.tables.TableFile;
import dev.thimble.compressor.report.tables.TableNetwork;
import dev.thimble.compressor.report.tables.TablesReport;
import dev.thimble.models.ReferenceNetwork;
import dev.thimble.models.data.DataSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Measures networks and files for the tables. */
final class TablesJob {
  private final Console console;
  private final TableFiles files;

  TablesJob(Console console, TableFiles files) {
    this.console = console;
    this.files = files;
  }

  /**
   * Measures all reference networks on these images.
   *
   * @throws InterruptedException if this thread is interrupted
   */
  TablesReport run(DataSource source) throws IOException, InterruptedException {
    List<TableOriginal> originals = new ArrayList<>();
    for (ReferenceNetwork reference : ReferenceNetwork.values()) {
      originals.add(TableOriginal.of(reference, source));
    }
    List<TableFile> all = files.of(originals);
    List<NetworkRow> networks = new ArrayList<>();
    List<FileRow> rows = new ArrayList<>();
    for (TableOriginal original : originals) {
      TableNetwork network = original.forTables();
      console.transientLine("measuring " + original.reference().id() + " ...");
      networks.add(network.measure());
      for (TableFile file : all) {
        if (file.network() == original.reference()) {
          console.transientLine("measuring " + file.recipe() + ", seed " + file.seed() + " ...");
          rows.add(network.measure(file));
        }
      }
    }
    console.transientLine("");
    return TablesReport.of(
        files.command(), source.name(), originals.get(0).forTables(), networks, rows);
  }
}
