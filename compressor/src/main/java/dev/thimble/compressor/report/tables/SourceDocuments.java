/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.report.tables;

import dev.thimble.compressor.io.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The documents of a source tree that show the tables. What belongs to this program stands between
 * comments such as {@code <!-- tables:sizes:begin -->} and {@code <!-- tables:sizes:end -->}.
 */
public final class SourceDocuments {
  private static final List<Document> DOCUMENTS =
      List.of(
          new Document("README.md", "src/site/markdown/images/", List.of(TableSection.SUMMARY)),
          new Document(
              "src/site/markdown/results.md",
              "images/",
              List.of(
                  TableSection.SIZES,
                  TableSection.STAGES,
                  TableSection.LAYERS,
                  TableSection.COMPRESSORS,
                  TableSection.PUBLISHED)));

  private static final String CHARTS = "src/site/markdown/images";

  private final Path root;

  /**
   * A document.
   *
   * @param charts where it finds the charts
   */
  private record Document(String path, String charts, List<TableSection> sections) {}

  /** The documents of the source tree at {@code root}. */
  public SourceDocuments(Path root) {
    this.root = root;
  }

  /**
   * Fails early, before long work, where {@link #replace} would fail at its end.
   *
   * @throws IOException if a document is missing or lacks one of the comments
   */
  public void check() throws IOException {
    for (Document document : DOCUMENTS) {
      Path file = root.resolve(document.path());
      AtomicFile.checkWritable(file);
      String text = Files.readString(file);
      for (TableSection section : document.sections()) {
        section.marks().replaceIn(file.toString(), text, "");
      }
    }
  }

  /**
   * Replaces the tables in all documents, and the charts. A table that the report has no figures
   * for stays as it is.
   *
   * @throws IOException as {@link #check}; no document is touched then
   */
  public void replace(TablesReport report) throws IOException {
    Map<Path, String> results = new LinkedHashMap<>();
    for (Document document : DOCUMENTS) {
      Path file = root.resolve(document.path());
      TablesMarkdown markdown = new TablesMarkdown(report, document.charts());
      String text = Files.readString(file);
      for (TableSection section : document.sections()) {
        Optional<String> content = markdown.section(section);
        if (content.isPresent()) {
          text = section.marks().replaceIn(file.toString(), text, content.get());
        }
      }
      results.put(file, text);
    }
    TablesFiles.writeCharts(report, root.resolve(CHARTS));
    for (Map.Entry<Path, String> result : results.entrySet()) {
      AtomicFile.write(result.getKey(), TablesFiles.utf8(result.getValue()));
    }
  }
}
