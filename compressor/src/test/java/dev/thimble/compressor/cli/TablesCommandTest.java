/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.thimble.models.CompressedNetwork;
import dev.thimble.models.ReferenceNetwork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** tables on a few images, without making files. */
final class TablesCommandTest {
  private final CommandLineFixture line = new CommandLineFixture();

  @TempDir private Path directory;
  private DataFixture data;
  private Path output;

  @BeforeEach
  void prepare() throws IOException {
    data = new DataFixture(directory).training(120).test(20);
    output = directory.resolve("out");
  }

  @Test
  void quickMeasuresTheFilesThatComeWithThimble() throws IOException {
    assertThat(tables("--quick")).as(line.err()).isZero();
    JsonNode json = new JsonMapper().readTree(output.resolve("tables.json").toFile());
    assertThat(json.get("schema").intValue()).isEqualTo(1);
    assertThat(json.get("testImages").intValue()).isEqualTo(20);
    assertThat(json.get("networks")).hasSameSizeAs(ReferenceNetwork.values());
    assertThat(json.get("files")).hasSameSizeAs(CompressedNetwork.values());
    for (JsonNode file : json.get("files")) {
      assertThat(file.get("seed").longValue()).isEqualTo(CompressedNetwork.SEED);
      assertThat(file.get("testError").doubleValue()).isLessThan(0.3);
    }
    for (String id : CompressedNetwork.ids()) {
      assertThat(line.out()).containsPattern("(?m)^" + id + " +1 +[0-9,]+ +1[0-9]{2} ");
    }

    // Again, as JSON: the same bytes.
    Path first = output;
    output = directory.resolve("again");
    assertThat(tables("--quick", "--json")).as(line.err()).isZero();
    for (String name : List.of("tables.md", "tables.json", "size-error-lenet-5.svg")) {
      assertThat(output.resolve(name)).hasSameBinaryContentAs(first.resolve(name));
    }
    assertThat(line.out()).isEqualTo(Files.readString(output.resolve("tables.json")));
  }

  @Test
  void seedsOutOfRange() {
    refused("--seeds expects a number from 1 to 100, found 0", "--seeds", 0);
    refused("--seeds expects a number from 1 to 100, found 1000000000", "--seeds", 1_000_000_000);
    refused("--seeds does not go with --quick, which compresses nothing", "--quick", "--seeds", 2);
    assertThat(tables("--seeds", "1e9")).isEqualTo(ExitCode.USAGE);
    assertThat(line.err()).startsWith("thimble: ").contains("'--seeds'", "'1e9'");
  }

  private void refused(String problem, Object... options) {
    assertThat(tables(options)).isEqualTo(ExitCode.USAGE);
    assertThat(line.err()).isEqualTo("thimble: " + problem + "\nTry: thimble tables --help\n");
    assertThat(output).doesNotExist();
  }

  @Test
  void anOutputThatIsAFile() throws IOException {
    Files.writeString(output, "mine");

    assertThat(tables("--quick")).isEqualTo(ExitCode.FAILURE);
    assertThat(line.err())
        .isEqualTo("thimble: " + output + ": expected a directory to write, found a file\n");
    assertThat(output).hasContent("mine");
  }

  @Test
  void missingTestImages() throws IOException {
    Path images = data.file("t10k-images-idx3-ubyte");
    Files.delete(images);

    fails(images + ": expected this file (or the same with .gz), found nothing", "--quick");
  }

  @Test
  void missingTrainingImages() throws IOException {
    Path images = data.file("train-images-idx3-ubyte");
    Files.delete(images);

    fails(images + ": expected this file (or the same with .gz), found nothing", "--seeds", 1);
  }

  @Test
  void calibrationImagesAlone() throws IOException {
    Files.delete(data.file("train-images-idx3-ubyte"));
    Files.delete(data.file("train-labels-idx1-ubyte"));
    data.calibration(10);

    fails(
        data.directory()
            + ": tables expect labelled training images, found only calibration images",
        "--quick");
  }

  @Test
  void documentsWithoutTheCommentsBeforeAnyWork() throws IOException {
    Path readme = Files.writeString(directory.resolve("README.md"), "# T\n");

    assertThat(docs()).isEqualTo(ExitCode.FAILURE);
    assertThat(line.err())
        .isEqualTo(
            "thimble: "
                + readme
                + ": expected <!-- tables:summary:begin --> before <!-- tables:summary:end -->,"
                + " found neither\n");
    assertThat(readme).hasContent("# T\n");

    Files.delete(readme);
    assertThat(docs()).isEqualTo(ExitCode.FAILURE);
    assertThat(line.err()).isEqualTo("thimble: " + readme + ": no such file or directory\n");
    assertThat(output).doesNotExist();
  }

  private int docs() {
    return line.run("tables", "--quick", "-o", output, "--docs", directory);
  }

  @Test
  void documentsOfOtherData() {
    refused(
        "--docs does not go with --data: the documents are about the bundled MNIST",
        "--quick",
        "--docs",
        directory);
  }

  private void fails(String problem, Object... options) {
    assertThat(tables(options)).isEqualTo(ExitCode.FAILURE);
    assertThat(line.err()).isEqualTo("thimble: " + problem + "\n");
    assertThat(line.out()).isEmpty();
    assertThat(output).doesNotExist();
  }

  private int tables(Object... more) {
    List<Object> args =
        new ArrayList<>(List.of("tables", "-o", output, "--data", data.directory()));
    args.addAll(List.of(more));
    return line.run(args.toArray());
  }
}
