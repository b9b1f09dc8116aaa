/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.markup;

import dev.thimble.compressor.io.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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

  /** Replaces the section of a file in one step, or appends it to a page that has none. */
  public void replace(Path page, String content) throws IOException {
    String text = Files.exists(page) ? Files.readString(page) : "";
    String result =
        text.contains(begin) || text.contains(end)
            ? replaceIn(page.toString(), text, content)
            : text + (text.isEmpty() ? "" : "\n") + section(content) + "\n";
    AtomicFile.write(page, result.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * A page's text with other content in the section.
   *
   * @param page what messages call it
   * @param content lines, each with a line end
   * @throws IOException if the page does not have both comments once, the first one first
   */
  public String replaceIn(String page, String text, String content) throws IOException {
    int from = text.indexOf(begin);
    int to = text.indexOf(end);
    if (from < 0 || to < from) {
      throw new IOException(
          page + ": expected " + begin + " before " + end + ", found " + found(from, to));
    }
    if (text.indexOf(begin, from + 1) >= 0 || text.indexOf(end, to + 1) >= 0) {
      throw new IOException(page + ": expected " + begin + " and " + end + " once, found more");
    }
    return text.substring(0, from) + section(content) + text.substring(to + end.length());
  }

  private static String found(int from, int to) {
    if (from < 0) {
      return to < 0 ? "neither" : "only the latter";
    }
    return to < 0 ? "only the former" : "the latter first";
  }

  private String section(String content) {
    return begin + "\n" + content + end;
  }
}
