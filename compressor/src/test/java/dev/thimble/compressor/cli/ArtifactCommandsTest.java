/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.thimble.models.CompressedNetwork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compressing without training, and what the commands that read a file refuse. */
final class ArtifactCommandsTest {
  private final CommandLineFixture line = new CommandLineFixture();

  @TempDir private static Path shared;
  private static Path compressed;
  private static String progress;
  private static String tables;

  @TempDir private Path directory;
  private DataFixture data;
  private Path artifact;

  @BeforeAll
  static void compressOnCalibrationImagesOnly() throws IOException {
    CommandLineFixture line = new CommandLineFixture();
    compressed = shared.resolve("int8.thim");
    assertThat(compress(line, new DataFixture(shared).calibration(50), compressed)).isZero();
    progress = line.err();
    tables = line.out();
  }

  private static int compress(
      CommandLineFixture line, DataFixture data, Path output, Object... more) {
    List<Object> args = new ArrayList<>(List.of("compress", "lenet-300-100", "-o", output));
    args.addAll(List.of("--data", data.directory(), "--recipe", "int8"));
    args.addAll(List.of(more));
    return line.run(args.toArray());
  }

  @BeforeEach
  void copy() throws IOException {
    data = new DataFixture(directory);
    artifact = Files.copy(compressed, directory.resolve("int8.thim"));
  }

  @Test
  void quantizesWithoutLabels() {
    assertThat(progress)
        .startsWith("lenet-300-100, 266,610 weights and biases; recipe int8, seed 1\n")
        .contains(": 50 calibration images, no test images\n")
        .doesNotContain("validation error");
    assertThat(tables)
        .containsPattern("(?m)^quantize +[0-9,]+ +[0-9.x]+ +- +- ")
        .containsPattern("int8.thim: [0-9,]+ bytes \\([0-9,]+ of them header\\)\n$");
  }

  @Test
  void leavesTestImagesAloneIfAsked() throws IOException {
    data.training(120).test(20);
    Files.writeString(data.file("t10k-images-idx3-ubyte"), "damaged");
    assertThat(compress(line, data, artifact)).isEqualTo(ExitCode.FAILURE);

    assertThat(compress(line, data, artifact, "--no-test")).isZero();
    assertThat(line.out())
        .containsPattern("validation error [0-9.]+ % on 20 images \\(no test images\\)");
  }

  @Test
  void givesTheValidationErrorWithoutTestImages() throws IOException {
    assertThat(compress(line, data.training(120), artifact)).isZero();

    assertThat(line.out())
        .containsPattern(
            "int8.thim: .* validation error [0-9.]+ % on 20 images \\(no test images\\)");
  }

  @Test
  void replacesAnExistingFile() throws IOException {
    Files.writeString(artifact, "old");

    assertThat(compress(line, data.calibration(50), artifact, "--json")).isZero();
    assertThat(artifact).hasSameBinaryContentAs(compressed);
    assertThat(line.out()).startsWith("{\n  \"model\" : \"lenet-300-100\",\n");
  }

  @Test
  void putsASensitivitySummaryIntoTheFile() throws IOException {
    assertThat(compress(line, data.training(120), artifact, "--with-sensitivity"))
        .as(line.err())
        .isZero();
    assertThat(line.err())
        .containsPattern("bytes with the sensitivity summary, which takes [0-9]+");
    assertThat(run("inspect")).isZero();
    assertThat(line.out()).contains("tolerates");
  }

  @Test
  void readsTheNetworksThatComeWithThimble() {
    assertThat(line.run("inspect", "lenet-300-100-tiny")).isZero();
    assertThat(line.out()).contains("recipe: lenet-300-100-tiny\nseed: 1\n");
  }

  @Test
  void refusesACutFile() throws IOException {
    byte[] bytes = Files.readAllBytes(artifact);
    Files.write(artifact, Arrays.copyOf(bytes, bytes.length / 2));

    for (String command : List.of("inspect", "evaluate", "predict")) {
      assertThat(run(command)).isEqualTo(ExitCode.FAILURE);
      assertThat(line.err())
          .startsWith("thimble: " + artifact + ": ")
          .contains("section W: expected ")
          .hasLineCount(1);
      assertThat(line.out()).isEmpty();
    }
  }

  @Test
  void refusesACorruptFile() throws IOException {
    byte[] bytes = Files.readAllBytes(artifact);
    bytes[bytes.length / 2] ^= 1;
    Files.write(artifact, bytes);

    for (String command : List.of("inspect", "evaluate", "predict")) {
      assertThat(run(command)).isEqualTo(ExitCode.FAILURE);
      assertThat(line.err()).startsWith("thimble: " + artifact + ": ").hasLineCount(1);
    }
  }

  @Test
  void refusesWhatIsNoArtifact() throws IOException {
    Files.writeString(artifact, "hello");
    assertThat(run("inspect")).isEqualTo(ExitCode.FAILURE);
    assertThat(line.err()).startsWith("thimble: " + artifact + ": ").hasLineCount(1);

    Files.delete(artifact);
    assertThat(run("inspect")).isEqualTo(ExitCode.FAILURE);
    assertThat(line.err())
        .isEqualTo(
            "thimble: "
                + artifact
                + ": expected a .thim file or one of "
                + String.join(", ", CompressedNetwork.ids())
                + ", found no such file\n");

    artifact = directory;
    assertThat(run("inspect")).isEqualTo(ExitCode.FAILURE);
    assertThat(line.err())
        .isEqualTo("thimble: " + artifact + ": expected a .thim file, found a directory\n");
  }

  @Test
  void evaluateNeedsTestImages() {
    assertThat(line.run("evaluate", artifact, "--data", data.directory()))
        .isEqualTo(ExitCode.FAILURE);
    assertThat(line.err())
        .isEqualTo(
            "thimble: "
                + data.file("t10k-labels-idx1-ubyte")
                + ": expected this file (or the same with .gz), found nothing\n");
  }

  @Test
  void evaluateRefusesImagesOfAnotherShape() throws IOException {
    data.write("t10k-images-idx3-ubyte", new byte[6], 1, 2, 3);
    data.write("t10k-labels-idx1-ubyte", new byte[1], 1);

    assertThat(line.run("evaluate", artifact, "--data", data.directory()))
        .isEqualTo(ExitCode.FAILURE);
    assertThat(line.err())
        .isEqualTo("thimble: the network takes images of 1x28x28, the data has 1x2x3\n");
  }

  @Test
  void evaluateRefusesUnknownClasses() throws IOException {
    data.write("t10k-images-idx3-ubyte", new byte[784], 1, 28, 28);
    data.write("t10k-labels-idx1-ubyte", new byte[] {10}, 1);

    assertThat(line.run("evaluate", artifact, "--data", data.directory()))
        .isEqualTo(ExitCode.FAILURE);
    assertThat(line.err()).isEqualTo("thimble: the network has 10 classes, the data has 11\n");
  }

  @Test
  void predictNeedsAnImage() {
    assertThat(line.run("predict", artifact)).isEqualTo(ExitCode.USAGE);
    assertThat(line.err())
        .isEqualTo(
            "thimble: Missing required parameter: 'IMAGE.png'\nTry: thimble predict --help\n");
  }

  private int run(String command) {
    return command.equals("predict")
        ? line.run(command, artifact, directory.resolve("digit.png"))
        : line.run(command, artifact);
  }
}
