/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.report.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** tables.md says what tables.json says, and so do the plots. */
final class TablesFilesTest {
  private static final int SEEDS = 3;

  @TempDir private Path directory;
  private JsonNode json;
  private String page;

  @BeforeEach
  void write() throws IOException {
    TablesFiles.write(SampleTables.report(SEEDS), directory);
    json = new JsonMapper().readTree(directory.resolve(TablesFiles.JSON).toFile());
    page = Files.readString(directory.resolve(TablesFiles.PAGE));
  }

  /** The rows of the table below a heading, without its head. */
  private List<List<String>> table(TableSection section) {
    List<List<String>> rows = new ArrayList<>();
    boolean inside = false;
    for (String line : page.lines().toList()) {
      if (line.startsWith("## ")) {
        inside = line.equals("## " + section.title());
      } else if (inside && line.startsWith("|")) {
        String[] cells = line.substring(1).split(" \\| ?", -1);
        rows.add(Arrays.stream(cells).limit(cells.length - 1).map(String::strip).toList());
      }
    }
    return rows.subList(2, rows.size());
  }

  /** The numbers of a cell: the mean, or the mean, the least and the most. */
  private static double[] numbers(String cell) {
    return Arrays.stream(cell.replaceAll("[^0-9. ]", "").replace("...", " ").trim().split(" +"))
        .mapToDouble(Double::parseDouble)
        .toArray();
  }

  private static void assertSpread(String cell, JsonNode spread, double unit, double rounding) {
    assertThat(numbers(cell))
        .containsExactly(
            new double[] {
              unit * spread.get("mean").doubleValue(),
              unit * spread.get("least").doubleValue(),
              unit * spread.get("most").doubleValue()
            },
            within(rounding));
  }

  @Test
  void sizesParseBackToTheSameFigures() {
    List<List<String>> rows =
        table(TableSection.SIZES).stream().filter(row -> !row.get(1).equals("(fp32)")).toList();
    assertThat(rows).hasSameSizeAs(json.get("sizes"));
    for (int i = 0; i < rows.size(); i++) {
      JsonNode size = json.get("sizes").get(i);
      assertThat(rows.get(i).get(1)).isEqualTo(size.get("recipe").textValue());
      assertThat(size.get("seeds").intValue()).isEqualTo(SEEDS);
      assertSpread(rows.get(i).get(2), size.get("fileBytes"), 1, 0.5);
      assertSpread(rows.get(i).get(3), size.get("headerBytes"), 1, 0.5);
      assertSpread(rows.get(i).get(4), size.get("ratio"), 1, 0.5);
      assertThat(numbers(rows.get(i).get(5))[0])
          .isEqualTo(100 * size.get("validationError").get("mean").doubleValue(), within(0.0051));
      assertSpread(rows.get(i).get(6), size.get("testError"), 100, 0.0051);
    }
  }

  @Test
  void theSummaryHasEveryRecipeWithItsCommand() {
    assertThat(table(TableSection.SUMMARY))
        .extracting(row -> row.get(0), row -> row.get(3), row -> row.get(6))
        .containsExactly(
            tuple(
                "lenet-300-100", "9,840 B (9,800 ... 9,880)", "`./thimble compress lenet-300-100`"),
            tuple(
                "",
                "4,440 B (4,400 ... 4,480)",
                "`./thimble compress lenet-300-100 --recipe lenet-300-100-tiny`"),
            tuple(
                "lenet-5",
                "5,240 B (5,200 ... 5,280)",
                "`./thimble compress lenet-5 --recipe lenet-5-small`"));
    assertThat(page).contains("Mean (least ... most) of 3 seeds; digits, 5,000 validation");
  }

  @Test
  void layersAddUpAndADashStandsWhereACoderHasNone() {
    List<List<String>> rows = table(TableSection.LAYERS).subList(0, 3);
    assertThat(rows.get(0))
        .containsExactly(
            "lenet-300-100",
            "fc1",
            "235,200",
            "3,173",
            "1.35 %",
            "2.0 → 1.3 → 1.3",
            "8.8 → 5.2 → 5.2",
            "2,851 B",
            "2,297 B",
            "3,315 B",
            "0.24 %");
    assertThat(rows.get(1)).contains("3.0 → - → 1.3", "-");
    assertThat(rows.get(2))
        .containsExactly(
            "", "all", "236,200", "3,833", "1.62 %", "", "", "-", "2,599 B", "3,617 B", "0.27 %");
  }

  @Test
  void compressorsParseBackToTheSameFigures() {
    List<List<String>> rows = table(TableSection.COMPRESSORS);
    assertThat(rows).hasSize(2 * (2 + 3));
    JsonNode network = json.get("networks").get(0).get("baselines");
    assertThat(numbers(rows.get(0).get(2))[0]).isEqualTo(network.get(0).get("fp32Bytes").asInt());
    assertThat(numbers(rows.get(1).get(3))[0]).isEqualTo(network.get(1).get("int8Bytes").asInt());
    assertThat(rows.get(2)).contains("recipe lenet-300-100", "9,800 B");
  }

  @Test
  void stagesAreShownWhereTheyAreKnown() {
    assertThat(table(TableSection.STAGES))
        .containsExactly(
            List.of("lenet-300-100", "original", "1,066,440 B", "1.0x", "0.90 %", "0.84 %"),
            List.of("", "code", "9,800 B", "109x", "1.68 %", "1.26 %"));
  }

  @Test
  void publishedRowsStandBesideOurs() {
    assertThat(table(TableSection.PUBLISHED))
        .hasSize(PublishedResults.all().size() + 3)
        .contains(
            List.of(
                "lenet-300-100",
                "Deep Compression (Han et al., 2016)",
                "1.64 → 1.58 %",
                "27,000 B, 40x",
                "codebook and sparse indices"));
  }

  @Test
  void plotsHaveEveryPointWithItsLabel() throws IOException {
    String svg = Files.readString(directory.resolve("size-error-lenet-300-100.svg"));
    // Molchanov et al. count no bytes.
    assertThat(svg)
        .contains(">lenet-300-100-tiny<", ">lenet-300-100<", ">RigL+<", ">Deep Compression<")
        .contains("size 4,440 bytes\ntest error 1.82 % [1.79 to 1.85]")
        .contains("size 16,113 bytes\ntest error 1.57 %")
        .doesNotContain("variational");
    assertThat(svg.split("class=\"mark\"", -1)).hasSize(1 + 2 + 2 + 4); // legend, ours, theirs
    assertThat(Files.readString(directory.resolve("size-error-lenet-5.svg")).split(">MIRACLE<", -1))
        .hasSize(3);
  }

  @Test
  void theSameFiguresGiveTheSameBytes(@TempDir Path other) throws IOException {
    TablesFiles.write(SampleTables.report(SEEDS), other);
    for (String name : List.of("tables.md", "tables.json", "size-error-lenet-5.svg")) {
      assertThat(other.resolve(name)).hasSameBinaryContentAs(directory.resolve(name));
    }
  }

  @Test
  void aFigureOfEqualValuesHasNoSpread() {
    SizeRow row = SizeRow.of(SampleTables.report(1).files()).get(0);
    assertThat(row.fileBytes().count()).isEqualTo("9,800");
    assertThat(row.testError().percent()).isEqualTo("1.26 %");
    assertThatThrownBy(() -> Spread.of(List.of(), FileRow::fileBytes))
        .hasMessage("a spread expects at least one value, found none");
  }

  @Test
  void refusesAStageThatIsNone() {
    assertThatThrownBy(() -> new StageFigures("code", 0, 0, 0))
        .hasMessage("stage code: expected bytes, found 0");
    assertThatThrownBy(() -> new StageFigures("code", 1, 0, Double.NaN))
        .hasMessage("stage code: expected an error in [0, 1], found NaN");
  }
}
