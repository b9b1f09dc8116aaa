/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.markup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MarkedSectionTest {
  private final MarkedSection section = new MarkedSection("x");

  @Test
  void aSectionIsAppendedAndThenReplaced(@TempDir Path directory) throws IOException {
    Path page = directory.resolve("page.md");
    Files.writeString(page, "# Title\n");

    section.replace(page, "first\n");
    Files.writeString(page, Files.readString(page) + "after\n");
    section.replace(page, "second\n");

    assertThat(Files.readString(page))
        .isEqualTo("# Title\n\n<!-- x:begin -->\nsecond\n<!-- x:end -->\nafter\n");
  }

  @Test
  void refusesAFileWithHalfASection(@TempDir Path directory) throws IOException {
    Path page = Files.writeString(directory.resolve("page.md"), "<!-- x:begin -->\n");

    assertThatThrownBy(() -> section.replace(page, ""))
        .isInstanceOf(IOException.class)
        .hasMessageEndingWith(
            "page.md: expected <!-- x:begin --> before <!-- x:end -->, found only the former");
    assertThat(page).hasContent("<!-- x:begin -->\n");
  }

  @ParameterizedTest
  @CsvSource({
    "text, 'expected <!-- x:begin --> before <!-- x:end -->, found neither'",
    "<!-- x:end -->, 'expected <!-- x:begin --> before <!-- x:end -->, found only the latter'",
    "<!-- x:end --><!-- x:begin -->,"
        + " 'expected <!-- x:begin --> before <!-- x:end -->, found the latter first'",
    "<!-- x:begin --><!-- x:end --><!-- x:end -->,"
        + " 'expected <!-- x:begin --> and <!-- x:end --> once, found more'"
  })
  void refusesATextWithoutTheWholeSection(String text, String problem) {
    assertThatThrownBy(() -> section.replaceIn("page.md", text, ""))
        .isInstanceOf(IOException.class)
        .hasMessage("page.md: " + problem);
  }
}
