/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.thimble.models.Provenance;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TrainCommandTest {
  private final CommandLineFixture line = new CommandLineFixture();

  @TempDir private Path directory;
  private Path data;
  private Path output;

  @BeforeEach
  void writeTwoClassesOfPlainImages() throws IOException {
    data = Files.createDirectory(directory.resolve("data"));
    output = directory.resolve("net.zip");
    writeImages("train", 60);
    writeImages("t10k", 20);
  }

  /** Odd images are bright, even ones dark. */
  private void writeImages(String prefix, int count) throws IOException {
    byte[] pixels = new byte[16 * count];
    byte[] labels = new byte[count];
    for (int i = 0; i < count; i++) {
      labels[i] = (byte) (i % 2);
      for (int p = 0; p < 16; p++) {
        pixels[16 * i + p] = (byte) (i % 2 * 200 + (i * 7 + p * 3) % 40);
      }
    }
    write(prefix + "-images-idx3-ubyte", pixels, count, 4, 4);
    write(prefix + "-labels-idx1-ubyte", labels, count);
  }

  private void write(String name, byte[] content, int... dimensions) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeInt(0x0800 | dimensions.length);
    for (int dimension : dimensions) {
      out.writeInt(dimension);
    }
    out.write(content);
    Files.write(data.resolve(name), bytes.toByteArray());
  }

  @Test
  void writesACheckpointAndItsOrigin() throws IOException {
    int exit = train("lenet-300-100", "--epochs", 4, "--batch", 8, "--seed", 3, "--no-augment");
    assertThat(line.err())
        .contains("lenet-300-100: epoch 1/4, loss ", "lenet-300-100: epoch 4/4, loss ");
    assertThat(exit).isZero();
    assertThat(output).isNotEmptyFile();
    Provenance origin = origin();
    assertThat(origin.command()).startsWith("./thimble train lenet-300-100 --epochs 4 ");
    assertThat(origin.seed()).isEqualTo(3);
    assertThat(origin.epochs()).isEqualTo(4);
    assertThat(origin.augmentation()).isFalse();
    assertThat(origin.validationImages()).isEqualTo(10);
    assertThat(origin.validationError()).isZero();
    assertThat(origin.testError()).isZero();
    assertThat(line.out())
        .contains("35402 parameters, epoch 4 of 4, validation error 0.00 %, test error 0.00 %");
  }

  private Provenance origin() throws IOException {
    try (InputStream in = Files.newInputStream(directory.resolve("net.json"))) {
      return Provenance.fromJson(in);
    }
  }

  @Test
  void augmentsByDefault() throws IOException {
    assertThat(train("lenet-300-100", "--epochs", 1)).isZero();
    assertThat(origin().augmentation()).isTrue();
    assertThat(train("lenet-300-100", "--epochs", 1, "--augment")).isZero();
    assertThat(origin().augmentation()).isTrue();
  }

  @Test
  void tellsTheRadiusOfSharpnessAwareTraining() throws IOException {
    assertThat(train("lenet-300-100", "--epochs", 1)).isZero();
    assertThat(origin().samRadius()).isNull();
    assertThat(train("lenet-300-100", "--epochs", 1, "--sam", 0.05)).isZero();
    assertThat(origin().samRadius()).isEqualTo(0.05);
  }

  @Test
  void printsJsonOnRequest() throws IOException {
    assertThat(train("lenet-300-100", "--epochs", 1, "--json")).isZero();
    assertThat(line.out()).isEqualTo(Files.readString(directory.resolve("net.json")));
  }

  @Test
  void trainsWithoutTestImages() throws IOException {
    Files.delete(data.resolve("t10k-images-idx3-ubyte"));
    assertThat(train("lenet-300-100", "--epochs", 1)).isZero();
    assertThat(origin().testError()).isNull();
    assertThat(line.out()).doesNotContain("test error");
  }

  @Test
  void refusesAnUnknownModel() {
    fails(
        ExitCode.USAGE,
        "thimble: no model alexnet, there are lenet-300-100, lenet-5\nTry: thimble train --help\n",
        "alexnet");
  }

  @Test
  void refusesValuesOutOfRange() {
    fails(ExitCode.USAGE, "epochs must be 1 to 10000, got 0", "lenet-5", "--epochs", 0);
    fails(ExitCode.USAGE, "batch size must be 1 to 65536, got 0", "lenet-5", "--batch", 0);
    fails(ExitCode.USAGE, "learning rate must be above 0", "lenet-5", "--lr", -1);
    fails(ExitCode.USAGE, "'x' is not a long", "lenet-5", "--seed", "x");
    fails(ExitCode.USAGE, "the SAM radius must be in [0, 10.0], found -1", "lenet-5", "--sam", -1);
    fails(ExitCode.USAGE, "expected a number, found wide", "lenet-5", "--sam", "wide");
  }

  @Test
  void refusesMissingData() throws IOException {
    Files.delete(data.resolve("train-images-idx3-ubyte"));
    fails(
        ExitCode.FAILURE,
        "thimble: " + data.resolve("train-images-idx3-ubyte") + ": expected this file",
        "lenet-300-100");
  }

  @Test
  void refusesDamagedTestImagesBeforeTraining() throws IOException {
    write("t10k-labels-idx1-ubyte", new byte[19], 19);
    fails(ExitCode.FAILURE, "expected 20 labels", "lenet-300-100");
    assertThat(line.err()).doesNotContain("epoch");
  }

  @Test
  void refusesImagesTooSmallForTheNetwork() {
    fails(ExitCode.FAILURE, "lenet-5 needs images of at least 16x16, got 1x4x4", "lenet-5");
  }

  @Test
  void refusesAnOutputThatCannotBeWritten() {
    output = directory.resolve("absent").resolve("net.zip");
    fails(ExitCode.FAILURE, "net.zip: expected an existing directory", "lenet-300-100");
    output = data;
    fails(ExitCode.FAILURE, "expected a file to write, found a directory", "lenet-300-100");
  }

  @Test
  void verboseAddsTheStackTrace() {
    assertThat(train("lenet-5", "--verbose")).isEqualTo(ExitCode.FAILURE);
    assertThat(line.err()).contains("IllegalArgumentException", "\tat ");
  }

  private void fails(int code, String message, Object... args) {
    assertThat(train(args)).isEqualTo(code);
    assertThat(line.err()).contains(message).doesNotContain("\tat ");
    assertThat(directory.resolve("net.zip")).doesNotExist();
    assertThat(directory.resolve("net.json")).doesNotExist();
  }

  private int train(Object... args) {
    List<Object> all = new ArrayList<>(List.of("train", "-o", output, "--data", data));
    all.addAll(1, List.of(args));
    return line.run(all.toArray());
  }
}
