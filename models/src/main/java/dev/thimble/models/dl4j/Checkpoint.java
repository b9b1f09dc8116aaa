/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.models.dl4j;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;

/**
 * Writes networks as Deeplearning4j's {@code ModelSerializer} zip: configuration and weights,
 * without the updater's state.
 */
final class Checkpoint {
  /** ModelSerializer stamps the time of day; the same weights shall give the same bytes. */
  private static final LocalDateTime ENTRY_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

  private Checkpoint() {}

  static void write(MultiLayerNetwork network, OutputStream out) throws IOException {
    ByteArrayOutputStream stamped = new ByteArrayOutputStream();
    ModelSerializer.writeModel(network, stamped, false);
    ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(stamped.toByteArray()));
    ZipOutputStream zip = new ZipOutputStream(out);
    for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
      ZipEntry copy = new ZipEntry(entry.getName());
      copy.setTimeLocal(ENTRY_TIME);
      zip.putNextEntry(copy);
      in.transferTo(zip);
      zip.closeEntry();
    }
    zip.finish();
    zip.flush();
  }
}
