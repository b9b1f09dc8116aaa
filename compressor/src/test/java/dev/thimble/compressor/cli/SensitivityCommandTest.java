/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.thimble.compressor.recipe.Recipes;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SensitivityCommandTest {
  private final CommandLineFixture line = new CommandLineFixture();

  @TempDir private Path directory;

  @Test
  void refusesAReportThatExists() throws Exception {
    Path report = Files.createDirectory(directory.resolve("report"));
    assertThat(line.run("sensitivity", "lenet-300-100", "-o", report)).isEqualTo(ExitCode.FAILURE);
    assertThat(line.err())
        .isEqualTo(
            "thimble: "
                + report
                + ": expected a new directory, found one that exists (--force replaces its"
                + " files)\n");
  }

  @Test
  void takesAWayOfMeasuringInTheWordsOfItsHelp() throws Exception {
    assertThat(line.run("sensitivity", "--help")).isZero();
    assertThat(line.out()).contains("quick, full, none");
    Path report = Files.createDirectory(directory.resolve("report"));
    assertThat(line.run("sensitivity", "lenet-300-100", "-o", report, "--measure", "none"))
        .isEqualTo(ExitCode.FAILURE);
    assertThat(line.run("sensitivity", "lenet-300-100", "-o", report, "--measure", "never"))
        .isEqualTo(ExitCode.USAGE);
  }

  @Test
  void refusesAFileInTheReportsPlace() throws Exception {
    Path file = Files.writeString(directory.resolve("file"), "x");
    assertThat(line.run("sensitivity", "lenet-300-100", "-o", file, "--force"))
        .isEqualTo(ExitCode.FAILURE);
    assertThat(line.err())
        .isEqualTo("thimble: " + file + ": expected a directory to write, found a file\n");
  }

  @Test
  void refusesImagesWithoutLabels() throws Exception {
    Path data = new DataFixture(directory).calibration(50).directory();
    Path report = directory.resolve("report");
    assertThat(line.run("sensitivity", "lenet-300-100", "--data", data, "-o", report))
        .isEqualTo(ExitCode.FAILURE);
    assertThat(line.err())
        .isEqualTo(
            "thimble: "
                + data
                + ": a sensitivity analysis expects labelled training images, found only"
                + " calibration images\n");
    assertThat(report).doesNotExist();
  }

  @Test
  void refusesANetworkBehindANetwork() {
    assertThat(line.run("sensitivity", "lenet-5", "--network", "lenet-5"))
        .isEqualTo(ExitCode.FAILURE);
    assertThat(line.err())
        .isEqualTo("thimble: --network is for a .thim file, but lenet-5 is a network itself\n");
  }

  @Test
  void saysOfWhatIsMissingOnlyWhatItTakes() {
    Path file = directory.resolve("none.thim");
    refuses(file + ": expected a .thim file, found no such file", file);
    refuses(
        "lenet-300-100-tiny: expected a .thim file, a Deeplearning4j zip or a name of"
            + " lenet-300-100, lenet-5, found no such file",
        "lenet-300-100-tiny");
  }

  @Test
  void aNetworkBehindAFileIsNoFileItself() throws Exception {
    Path file = Files.writeString(directory.resolve("some.thim"), "x");
    refuses(
        "other.thim: expected a Deeplearning4j zip or a name of lenet-300-100, lenet-5, found no"
            + " such file",
        file,
        "--network",
        "other.thim");
  }

  private void refuses(String problem, Object... arguments) {
    Object[] command = new Object[arguments.length + 3];
    command[0] = "sensitivity";
    System.arraycopy(arguments, 0, command, 1, arguments.length);
    command[arguments.length + 1] = "-o";
    command[arguments.length + 2] = directory.resolve("report");
    assertThat(line.run(command)).isEqualTo(ExitCode.FAILURE);
    assertThat(line.err()).isEqualTo("thimble: " + problem + "\n");
    assertThat(directory.resolve("report")).doesNotExist();
  }

  @Test
  @Tag("slow")
  void writesAReportAndARecipeThatCompressTakes() throws Exception {
    Path data = new DataFixture(directory).training(120).directory();
    Path report = directory.resolve("report");
    Object[] command = {
      "sensitivity", "lenet-300-100", "--data", data, "-o", report, "--measure", "none", "--force"
    };
    assertThat(line.run(command)).as(line.err()).isEqualTo(ExitCode.OK);
    assertThat(line.out()).contains("next:   ./thimble compress lenet-300-100 --recipe ");
    byte[] first = Files.readAllBytes(report.resolve("report.json"));
    assertThat(report.resolve("report.html")).isNotEmptyFile();
    assertThat(Recipes.find(report.resolve("recipe.json").toString()).name())
        .isEqualTo("lenet-300-100-verdict");
    assertThat(line.run(command)).isEqualTo(ExitCode.OK);
    assertThat(Files.readAllBytes(report.resolve("report.json"))).isEqualTo(first);
  }

  @Test
  void refusesABudgetBelowNothing() {
    assertThat(line.run("sensitivity", "lenet-5", "--max-drop", "-1")).isNotEqualTo(ExitCode.OK);
    assertThat(line.err()).contains("the largest drop must be in [0, 1], found -0.01");
  }
}
