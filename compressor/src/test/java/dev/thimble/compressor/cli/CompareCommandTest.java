/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.thimble.compressor.sensitivity.report.SampleReport;
import dev.thimble.compressor.sensitivity.report.SensitivityFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareCommandTest {
  private final CommandLineFixture line = new CommandLineFixture();

  @TempDir private Path directory;
  private Path first;
  private Path second;
  private Path output;

  @BeforeEach
  void writeReports() throws IOException {
    first = directory.resolve("first");
    second = directory.resolve("second");
    output = directory.resolve("comparison");
    SensitivityFiles.write(SampleReport.complete(), first);
    SensitivityFiles.write(SampleReport.withoutGradients(), second);
  }

  @Test
  void writesAComparisonAndPrintsIt() throws IOException {
    assertThat(line.run("compare", first, second.resolve("report.json"), "-o", output))
        .as(line.err())
        .isZero();
    assertThat(line.out())
        .startsWith("A: lenet-5, MNIST, 5,000 validation images\n")
        .contains("Not in both reports: curvature, progressive bit search.\n")
        .containsPattern("(?m)^Error with narrow weights +A +B +lower$")
        .containsPattern("(?m)^8 +[0-9.]+ % \\([0-9. ]+\\) +[0-9.]+ % \\([0-9. ]+\\) +-$")
        .containsPattern("(?m)^knee: width \\(bits\\) +conv2 +5 +5$")
        .contains("Error after random bit flips: no significant difference throughout.\n")
        .endsWith("report: " + output.resolve("compare.html") + "\n");
    byte[] written = Files.readAllBytes(output.resolve("compare.json"));
    assertThat(
            line.run(
                "compare", first, second.resolve("report.json"), "-o", output, "--force", "--json"))
        .isZero();
    assertThat(line.out()).isEqualTo(Files.readString(output.resolve("compare.json")));
    assertThat(output.resolve("compare.json")).hasBinaryContent(written);
  }

  @Test
  void refusesAComparisonThatExists() throws IOException {
    Files.createDirectory(output);
    refuses(
        output + ": expected a new directory, found one that exists (--force replaces its files)");
    assertThat(output).isEmptyDirectory();
  }

  @Test
  void refusesWhatIsNoReport() throws IOException {
    second = directory.resolve("none");
    refuses(second + ": expected the JSON file of a sensitivity report, found none");
    second = Files.writeString(directory.resolve("other.json"), "{\"schemaVersion\" : 9}");
    refuses(second + ": schemaVersion: expected 1, found 9");
    assertThat(output).doesNotExist();
  }

  @Test
  void refusesAComparisonAsAReport() {
    assertThat(line.run("compare", first, first, "-o", output)).isZero();
    second = output.resolve("compare.json");
    output = directory.resolve("again");
    assertThat(line.run("compare", first, second, "-o", output)).isEqualTo(ExitCode.FAILURE);
    assertThat(line.err()).startsWith("thimble: " + second + ": ").hasLineCount(1);
  }

  @Test
  void needsTwoReports() {
    assertThat(line.run("compare", first)).isEqualTo(ExitCode.USAGE);
    assertThat(line.err()).startsWith("thimble: ").contains("REPORT-B");
  }

  private void refuses(String problem) {
    assertThat(line.run("compare", first, second, "-o", output)).isEqualTo(ExitCode.FAILURE);
    assertThat(line.err()).isEqualTo("thimble: " + problem + "\n");
  }
}
