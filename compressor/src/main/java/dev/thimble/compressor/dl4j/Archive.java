/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.dl4j;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** A zip file whose entries are read with a limit on their size. */
final class Archive implements Closeable {
  /** How many entries a message lists. */
  private static final int LISTED = 5;

  private final ZipFile zip;

  private Archive(ZipFile zip) {
    this.zip = zip;
  }

  static Archive open(SeekableByteChannel channel) throws ModelReadException {
    try {
      return new Archive(ZipFile.builder().setSeekableByteChannel(channel).get());
    } catch (IOException | RuntimeException e) {
      // The zip reader answers some broken directories with unchecked exceptions.
      throw new ModelReadException(
          "expected a zip file with a Deeplearning4j model, found none or only a part of one", e);
    }
  }

  boolean has(String name) {
    return zip.getEntry(name) != null;
  }

  /** The size that the zip's directory gives. */
  long size(String name) throws ModelReadException {
    return entry(name).getSize();
  }

  /** Opens an entry of at most {@code limit} bytes. */
  InputStream open(String name, long limit) throws ModelReadException {
    ZipArchiveEntry entry = entry(name);
    if (entry.getSize() > limit) {
      throw new ModelReadException(name, "at most " + limit + " bytes", entry.getSize());
    }
    try {
      return new VerifiedInputStream(zip.getInputStream(entry), entry.getCrc());
    } catch (IOException | RuntimeException e) {
      throw new ModelReadException(name + ": cannot be unpacked: " + e.getMessage(), e);
    }
  }

  /** The content of an entry of at most {@code limit} bytes. */
  byte[] bytes(String name, int limit) throws ModelReadException {
    try (InputStream in = open(name, limit)) {
      byte[] content = in.readNBytes(limit);
      if (in.read() >= 0) {
        throw new ModelReadException(name, "at most " + limit + " bytes", "more");
      }
      return content;
    } catch (ModelReadException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw new ModelReadException(name + ": cannot be unpacked: " + e.getMessage(), e);
    }
  }

  private ZipArchiveEntry entry(String name) throws ModelReadException {
    List<ZipArchiveEntry> entries = new ArrayList<>();
    zip.getEntries(name).forEach(entries::add);
    if (entries.size() != 1) {
      throw new ModelReadException(
          "Deeplearning4j model",
          "an entry " + name,
          entries.isEmpty() ? listing() : entries.size() + " of them");
    }
    return entries.get(0);
  }

  private String listing() {
    List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
    if (entries.isEmpty()) {
      return "no entries";
    }
    return entries.stream()
        .limit(LISTED)
        .map(ZipArchiveEntry::getName)
        .collect(Collectors.joining(", ", "", entries.size() > LISTED ? ", …" : ""));
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
