/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.sensitivity.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.thimble.compressor.sensitivity.compare.ReportComparison;
import dev.thimble.compressor.sensitivity.compare.ReportPair;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;

class ComparisonPageTest {
  private final ReportComparison comparison =
      ReportPair.compare("a", SampleReport.complete(), "b", SampleReport.complete());
  private final String page =
      new String(new ComparisonPage(comparison).html(), StandardCharsets.UTF_8);

  @TempDir private Path directory;

  @Test
  void isWellFormedAndNeedsNothingFromElsewhere() {
    assertThatCode(
            () ->
                DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(page))))
        .doesNotThrowAnyException();
    assertThat(page.replace("xmlns=\"http://www.w3.org/2000/svg\"", ""))
        .doesNotContain("http:", "https:", "src=", "url(", "@import", "<link", "<script");
  }

  @Test
  void hasBothCurvesForTheNetworkAndEveryLayer() {
    for (String id :
        List.of("before", "curvature", "sharpness", "noise", "bits", "memory", "limits", "about")) {
      assertThat(page).contains("<section id=\"" + id + "\">").contains("href=\"#" + id + "\"");
    }
    assertThat(page)
        .contains("Error with narrow weights: conv1", "Error under weight noise: fc2")
        .contains("Error with narrow weights, conv1 alone: no significant difference throughout.");
    int lines = 1 + 3 * (1 + 4 + 1) + 2 * (1 + 4);
    assertThat(page.split("<svg")).hasSize(1 + 2 + lines);
  }

  @Test
  void writesEveryTableAndTheJson() throws IOException {
    Path file = ComparisonFiles.write(comparison, directory.resolve("new"));
    assertThat(file).isEqualTo(directory.resolve("new/compare.html")).isNotEmptyFile();
    List<Table> tables = new ComparisonPage(comparison).tables();
    assertThat(tables).extracting(Table::name).doesNotHaveDuplicates();
    for (Table table : tables) {
      assertThat(file.resolveSibling(table.name() + ".csv")).isNotEmptyFile();
    }
    assertThat(Files.readAllLines(file.resolveSibling("bits.csv")))
        .startsWith("layer,setting,a_share,a_low,a_high,b_share,b_low,b_high,lower")
        .hasSize(1 + 8 * 5);
    JsonNode json = new ObjectMapper().readTree(file.resolveSibling("compare.json").toFile());
    assertThat(json.get("schemaVersion").intValue()).isEqualTo(1);
    assertThat(json.get("measures").get(0).get("points").get(0).get("outcome").textValue())
        .isEqualTo("no_difference");
  }
}
