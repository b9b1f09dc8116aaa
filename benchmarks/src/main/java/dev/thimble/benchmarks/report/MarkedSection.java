/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The part of a Markdown page between two comments, which belongs to a program. */
public final class MarkedSection {
  private final String begin;
  private final String end;

  /**
   * @param name {@code <!-- name:begin -->} and {@code <!-- name:end -->} mark the section
   */
  public MarkedSection(String name) {
    begin = "<!-- " + name + ":begin -->";
    end = "<!-- " + name + ":end -->";
  }

  /** Replaces the section, or appends it to a page that has none. */
  public void replace(Path page, String content) throws IOException {
    String text = Files.exists(page) ? Files.readString(page) : "";
    int from = text.indexOf(begin);
    int to = text.indexOf(end);
    String section = begin + "\n" + content + end;
    if (from < 0 && to < 0) {
      Files.writeString(page, text + (text.isEmpty() ? "" : "\n") + section + "\n");
    } else if (from < 0 || to < from) {
      throw new IOException(page + ": expected " + begin + " before " + end);
    } else {
      Files.writeString(
          page, text.substring(0, from) + section + text.substring(to + end.length()));
    }
  }
}
