/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.report.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SourceDocumentsTest {

  @TempDir private Path root;
  private Path readme;
  private Path results;

  @BeforeEach
  void prepare() throws IOException {
    readme = Files.writeString(root.resolve("README.md"), "# T\n\n" + marks("summary") + "end\n");
    Path pages = Files.createDirectories(root.resolve("src/site/markdown"));
    results =
        Files.writeString(
            pages.resolve("results.md"),
            marks("sizes")
                + "prose\n"
                + marks("stages")
                + marks("layers")
                + marks("compressors")
                + marks("published"));
  }

  private static String marks(String name) {
    return "<!-- tables:" + name + ":begin -->\nold\n<!-- tables:" + name + ":end -->\n";
  }

  @Test
  void replacesTheTablesAndNothingElse() throws IOException {
    SourceDocuments documents = new SourceDocuments(root);
    documents.check();
    documents.replace(SampleTables.report(1));

    assertThat(Files.readString(readme))
        .startsWith("# T\n\n<!-- tables:summary:begin -->\n| network | fp32 |")
        .contains("(src/site/markdown/images/size-error-lenet-5.svg)")
        .endsWith("<!-- tables:summary:end -->\nend\n")
        .doesNotContain("old");
    assertThat(Files.readString(results))
        .contains("\nprose\n", "| lenet-300-100-tiny | fc1 |", "(images/size-error-lenet-5.svg)")
        .doesNotContain("old");
    assertThat(root.resolve("src/site/markdown/images/size-error-lenet-300-100.svg"))
        .isNotEmptyFile();

    String before = Files.readString(results);
    documents.replace(SampleTables.report(1));
    assertThat(results).hasContent(before);
  }

  @Test
  void aTableWithoutFiguresStaysAsItIs() throws IOException {
    new SourceDocuments(root).replace(SampleTables.withoutStages());

    assertThat(Files.readString(results)).contains(marks("stages"));
  }

  @Test
  void aMissingCommentTouchesNothing() throws IOException {
    Files.writeString(results, Files.readString(results).replace("<!-- tables:layers:end -->", ""));
    String before = Files.readString(readme);
    SourceDocuments documents = new SourceDocuments(root);
    String problem =
        results
            + ": expected <!-- tables:layers:begin --> before <!-- tables:layers:end -->, found only"
            + " the former";

    assertThatThrownBy(documents::check).isInstanceOf(IOException.class).hasMessage(problem);
    assertThatThrownBy(() -> documents.replace(SampleTables.report(1))).hasMessage(problem);
    assertThat(readme).hasContent(before);
    assertThat(root.resolve("src/site/markdown/images")).doesNotExist();
  }

  @Test
  void refusesATreeWithoutTheDocuments() throws IOException {
    Files.delete(readme);
    assertThatThrownBy(() -> new SourceDocuments(root).check())
        .isInstanceOf(NoSuchFileException.class);
  }
}
