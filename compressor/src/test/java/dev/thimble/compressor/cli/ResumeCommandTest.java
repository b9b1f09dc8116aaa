/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.thimble.compressor.recipe.RecipeJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** compress --resume. */
final class ResumeCommandTest {
  private static final int WAIT_SECONDS = 120;

  private CommandLineFixture line = new CommandLineFixture();
  @TempDir private Path directory;
  private DataFixture data;
  private Path output;
  private Path checkpoint;
  private Path recipe;

  @BeforeEach
  void prepare() throws IOException {
    data = new DataFixture(directory).training(120).test(20);
    output = Files.createDirectory(directory.resolve("out")).resolve("net.thim");
    checkpoint = output.resolveSibling("net.thim.checkpoint");
    recipe = directory.resolve("recipe.json");
    String text = new String(RecipeJson.write(TestRecipes.small()));
    Files.writeString(recipe, text.replace("\"epochs\" : 3", "\"epochs\" : 20"));
  }

  @Test
  @Timeout(2 * WAIT_SECONDS)
  void goesOnToTheSameFile() throws Exception {
    assertThat(compress()).as(line.err()).isZero();
    byte[] expected = Files.readAllBytes(output);
    Files.delete(output);
    assertThat(output.getParent()).isEmptyDirectory();

    interrupt();
    assertThat(output).doesNotExist();
    assertThat(compress("--resume")).as(line.err()).isZero();
    assertThat(line.err())
        .contains("\noriginal ", "\nprune ", "retrain: epoch 20/20")
        .doesNotContain("retrain: epoch 1/20", "retrain: epoch 2/20");
    assertThat(output).hasBinaryContent(expected);
    assertThat(checkpoint).doesNotExist();
  }

  @Test
  void nothingToResume() {
    assertThat(compress("--resume")).isEqualTo(ExitCode.FAILURE);
    assertThat(line.err())
        .isEqualTo("thimble: " + checkpoint + ": expected a compression to resume, found none\n");
    assertThat(output.getParent()).isEmptyDirectory();
  }

  @Test
  @Timeout(WAIT_SECONDS)
  void refusesWhatItCannotGoOnFrom() throws Exception {
    interrupt();
    byte[] kept = Files.readAllBytes(checkpoint);
    assertRefused("holds an unfinished compression: go on with --resume, or delete it");
    assertRefused(
        "expected a compression with seed 2, found one with seed 1", "--resume", "--seed", "2");
    assertRefused(
        "expected a compression with the same recipe, found one with another",
        "--resume",
        "--coder",
        "huffman");
    data.training(119);
    assertRefused("expected a compression with the same images, found one with others", "--resume");
    data.training(120);
    assertThat(checkpoint).hasBinaryContent(kept);
    Files.write(checkpoint, Arrays.copyOf(kept, kept.length / 2));
    assertRefused("expected its checksum, found another: the file is damaged", "--resume");
    Files.write(checkpoint, new byte[0]);
    assertRefused("expected a compression's checkpoint, found something else", "--resume");
    assertThat(output).doesNotExist();
  }

  private void assertRefused(String message, Object... more) {
    assertThat(compress(more)).isEqualTo(ExitCode.FAILURE);
    assertThat(line.err()).isEqualTo("thimble: " + checkpoint + ": " + message + "\n");
  }

  /** Interrupts a compression in the middle of its retraining. */
  private void interrupt() throws Exception {
    line = new CommandLineFixture();
    FutureTask<Integer> run = new FutureTask<>(this::compress);
    Thread thread = new Thread(run, "command");
    thread.start();
    while (!line.err().contains("retrain: epoch 2/20")) {
      TimeUnit.MILLISECONDS.sleep(5);
    }
    thread.interrupt();
    assertThat(run.get(WAIT_SECONDS, TimeUnit.SECONDS)).isEqualTo(ExitCode.INTERRUPTED);
    assertThat(line.err()).contains("interrupted, progress is kept in " + checkpoint);
    assertThat(checkpoint).exists();
  }

  private int compress(Object... more) {
    return line.compress("lenet-300-100", output, data, recipe, more);
  }
}
