/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.cli;

import dev.thimble.compressor.report.tables.TableFile;
import dev.thimble.models.CompressedNetwork;
import dev.thimble.models.Zoo;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** The files that come with Thimble. */
final class ShippedTableFiles implements TableFiles {

  @Override
  public String command() {
    return "./thimble tables --quick";
  }

  @Override
  public List<TableFile> of(List<TableOriginal> originals) throws IOException {
    List<TableFile> files = new ArrayList<>();
    for (TableOriginal original : originals) {
      for (CompressedNetwork shipped : CompressedNetwork.of(original.reference())) {
        try (InputStream in = Zoo.compressed(shipped)) {
          files.add(
              TableFile.of(
                  original.reference(),
                  shipped.id(),
                  CompressedNetwork.SEED,
                  in.readAllBytes(),
                  List.of()));
        }
      }
    }
    return files;
  }
}
