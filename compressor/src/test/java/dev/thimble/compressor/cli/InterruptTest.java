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
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What Ctrl-C does to a command: it interrupts the thread. */
final class InterruptTest {
  private static final int WAIT_SECONDS = 120;

  private final CommandLineFixture line = new CommandLineFixture();

  @TempDir private Path directory;

  @Test
  @Timeout(WAIT_SECONDS)
  void anInterruptedCompressionLeavesTheOldFileAndACheckpoint() throws Exception {
    Path output = Files.writeString(directory.resolve("net.thim"), "old");
    FutureTask<Integer> run = start("compress", "lenet-300-100", "-o", output);

    assertThat(run.get(WAIT_SECONDS, TimeUnit.SECONDS)).isEqualTo(ExitCode.INTERRUPTED);
    assertThat(line.err())
        .containsPattern(
            "\nthimble: interrupted, progress is kept in .*/net.thim.checkpoint; go on with:"
                + " ./thimble compress lenet-300-100 -o .*/net.thim --data .* --recipe .* --resume\n$");
    assertThat(directory.resolve("net.thim.checkpoint")).isNotEmptyFile();
    assertThat(output).hasContent("old");
    assertThat(output.getParent()).isDirectoryNotContaining("glob:**.tmp");
  }

  /** Starts a command with a long training and interrupts it when that has begun. */
  private FutureTask<Integer> start(Object... command) throws IOException, InterruptedException {
    Path data = new DataFixture(directory).training(120).directory();
    Path recipe = directory.resolve("recipe.json");
    String text = new String(RecipeJson.write(TestRecipes.small()));
    Files.writeString(recipe, text.replace("\"epochs\" : 3", "\"epochs\" : 10000"));
    Object[] args = new Object[command.length + 4];
    System.arraycopy(command, 0, args, 0, command.length);
    System.arraycopy(new Object[] {"--data", data, "--recipe", recipe}, 0, args, command.length, 4);
    FutureTask<Integer> run = new FutureTask<>(() -> line.run(args));
    Thread thread = new Thread(run, "command");
    thread.start();
    while (!line.err().contains("retrain: epoch 2/10000")) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
    thread.interrupt();
    return run;
  }
}
