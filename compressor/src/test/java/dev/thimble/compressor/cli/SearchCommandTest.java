/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.thimble.compressor.recipe.RecipeJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** compress with a goal. */
final class SearchCommandTest {
  private final CommandLineFixture line = new CommandLineFixture();

  @TempDir private Path directory;
  private DataFixture data;
  private Path output;
  private Path recipe;

  @BeforeEach
  void prepare() throws IOException {
    data = new DataFixture(directory).training(120).test(20);
    output = Files.createDirectory(directory.resolve("out")).resolve("net.thim");
    recipe = directory.resolve("recipe.json");
    Files.write(recipe, RecipeJson.write(TestRecipes.small()));
  }

  @Test
  void writesTheBestFileOfASizeAndSaysWhy() throws IOException {
    assertThat(compress("--target-size", "35KB")).as(line.err()).isZero();
    assertThat(Files.size(output)).isBetween(1L, 35_000L);
    assertThat(line.err())
        .containsPattern("trial 1: density 40.00 %\n")
        .containsPattern(
            "trial 2: density 28.00 %, [0-9,]+ bytes, validation error [0-9.]+ % \\(95");
    assertThat(line.out())
        .containsPattern("(?m)^trial +density +bytes +validation error +95 % +goal +front$")
        .containsPattern("(?m)^1 +40.00 % .* missed")
        .containsPattern("trial [0-9]+ is the best with at most 35,000 bytes")
        .containsPattern("test error [0-9.]+ % \\(95 %: .*\\) on 20 images");
    Path search = output.resolveSibling("net.thim.search");
    JsonNode report = new JsonMapper().readTree(search.resolve("report.json").toFile());
    int chosen = report.get("chosen").intValue();
    assertThat(search.resolve("trial-" + chosen + ".thim")).hasSameBinaryContentAs(output);
    assertThat(report.get("trials").get(chosen - 1).get("fileBytes").longValue())
        .isEqualTo(Files.size(output));
    assertThat(search.resolve("front.svg")).content().contains("<svg", "Pareto front", "bytes");
  }

  @Test
  void theChosenFileGetsASummaryOfItsSensitivity() throws IOException {
    assertThat(compress("--max-error", "99%", "--with-sensitivity")).as(line.err()).isZero();
    assertThat(line.err()).contains(output + ": ").contains(" bytes with the sensitivity summary");
    Path search = output.resolveSibling("net.thim.search");
    JsonNode report = new JsonMapper().readTree(search.resolve("report.json").toFile());
    Path trial = search.resolve("trial-" + report.get("chosen").intValue() + ".thim");
    assertThat(Files.size(output) - Files.size(trial)).isBetween(20L, 200L);

    assertThat(line.run("inspect", output, "--json")).isZero();
    JsonNode inspection = new JsonMapper().readTree(line.out());
    assertThat(inspection.get("bytes").longValue()).isEqualTo(Files.size(output));
    assertThat(inspection.toString()).contains("\"samples\":\"20\"", "\"budget\":\"0.002\"");
    assertThat(line.run("inspect", trial, "--json")).isZero();
    assertThat(line.out()).doesNotContain("\"budget\"");
  }

  @Test
  void aSizeThatIsNotReachedInTimeWritesNothing() throws IOException {
    assertThat(compress("--target-size", "10", "--time", "0.001s")).isEqualTo(ExitCode.FAILURE);
    assertThat(output).doesNotExist();
    assertThat(line.out())
        .contains("The time is up (--resume goes on): no trial has at most 10 bytes; nothing");
  }

  @Test
  void searchOptionsNeedAGoalAndOnlyOne() {
    assertThat(compress("--time", "10m")).isEqualTo(ExitCode.USAGE);
    assertThat(line.err())
        .startsWith("thimble: --time expects --max-error, --max-drop or --target-size, found none");
    assertThat(compress("--max-error", "1%", "--target-size", "4KB")).isEqualTo(ExitCode.USAGE);
    assertThat(compress("--target-size", "4KB", "--with-sensitivity")).isEqualTo(ExitCode.USAGE);
    assertThat(line.err())
        .contains("--with-sensitivity makes the file larger, so it does not go with --target-size");
    assertThat(compress("--time", "soon", "--max-drop", "0.2")).isEqualTo(ExitCode.USAGE);
    assertThat(line.err()).contains("expected a time such as 90s, 10m or 1h, found soon");
    assertThat(output.getParent()).isEmptyDirectory();
  }

  @Test
  void nothingToResume() {
    assertThat(compress("--max-drop", "0.5", "--resume")).isEqualTo(ExitCode.FAILURE);
    assertThat(line.err())
        .isEqualTo("thimble: " + output + ".search: expected a search to resume, found none\n");
  }

  @Test
  void aRecipeThatDoesNotPrune() {
    recipe = Path.of("int8");
    assertThat(compress("--max-drop", "0.5")).isEqualTo(ExitCode.FAILURE);
    assertThat(line.err())
        .isEqualTo("thimble: a search expects a recipe that prunes and retrains, found int8\n");
    assertThat(output.getParent()).isEmptyDirectory();
  }

  private int compress(Object... more) {
    return line.compress("lenet-300-100", output, data, recipe, more);
  }
}
