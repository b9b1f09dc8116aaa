/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.sensitivity.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SensitivityFilesTest {

  @TempDir private Path directory;

  @Test
  void writesAPageJsonAndATableEach() throws IOException {
    Path page = SensitivityFiles.write(SampleReport.complete(), directory.resolve("new"));
    assertThat(page).isEqualTo(directory.resolve("new/report.html")).isNotEmptyFile();
    JsonNode json = new ObjectMapper().readTree(page.resolveSibling("report.json").toFile());
    assertThat(json.get("schemaVersion").asInt()).isEqualTo(1);
    try (Stream<Path> files = Files.list(page.getParent())) {
      List<String> names = files.map(file -> file.getFileName().toString()).sorted().toList();
      assertThat(names)
          .contains("bits.csv", "comparison.csv", "memory-faults.csv", "verdict.csv")
          .allMatch(name -> name.matches("[a-z0-9-]+\\.(csv|html|json)"));
    }
  }

  @Test
  void replacesAnOlderReport() throws IOException {
    SensitivityFiles.write(SampleReport.withoutGradients(), directory);
    SensitivityFiles.write(SampleReport.complete(), directory);
    assertThat(directory.resolve("report.html")).content().contains("Faulty memory");
  }

  @Test
  void tablesHaveNumbersInFullAndGapsForWhatIsMissing() {
    Table table =
        new Table("t", "c", Column.text("layer", "layer"), Column.percent("error_share", "error"))
            .row("fc1", 0.0123456789)
            .row("a \"b\", c", null);
    assertThat(Csv.of(table))
        .asString()
        .isEqualTo("layer,error_share\nfc1,0.0123456789\n\"a \"\"b\"\", c\",\n");
  }

  @Test
  void aTableRefusesARowOfAnotherWidth() {
    org.assertj.core.api.Assertions.assertThatThrownBy(
            () -> new Table("t", "c", Column.text("layer", "layer")).row("a", "b"))
        .hasMessage("table t: a row needs 1 cells, found 2");
  }
}
