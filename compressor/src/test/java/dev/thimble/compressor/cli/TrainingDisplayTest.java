/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.thimble.compressor.pipeline.Stage;
import dev.thimble.models.training.TrainingListener;
import dev.thimble.models.training.TrainingProgress;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TrainingDisplayTest {

  @Test
  void namesRoundsAndErrorsThatThereAre() {
    assertThat(shown(Stage.RETRAIN, 0.0123))
        .contains("retrain: epoch 2/3, loss 0.5000, validation error 1.23 %, 1:05 left\n");
    assertThat(shown(Stage.RATE, Double.NaN)).contains("rate: sweep 2/3, loss 0.5000, 1:05 left\n");
  }

  private static String shown(Stage stage, double error) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream err = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    try (CompressionDisplay display = new CompressionDisplay(new Console(err, err, 0))) {
      TrainingListener listener = display.training(stage);
      TrainingProgress progress =
          new TrainingProgress(2, 3, 20, 30, 0.5, error, Duration.ofSeconds(65));
      listener.onStep(progress);
      listener.onEpoch(progress);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
