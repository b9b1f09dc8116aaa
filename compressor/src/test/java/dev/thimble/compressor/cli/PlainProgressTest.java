/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class PlainProgressTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

  @Test
  void printsMilestonesButNotEveryStep() {
    try (ProgressDisplay progress = new Console(out, out, 0).progress("work", 10)) {
      progress.step(1, "begun", Duration.ofSeconds(9));
      progress.milestone("half way");
    }
    assertThat(bytes.toString(StandardCharsets.UTF_8).lines()).containsExactly("work: half way");
  }

  @Test
  void aTerminalGetsABar() {
    try (ProgressDisplay progress = new Console(out, out, 80).progress("work", 10)) {
      progress.step(10, "loss 0.1", Duration.ZERO);
    }
    assertThat(bytes.toString(StandardCharsets.UTF_8))
        .contains("work 100% [====================] 0:00 left, loss 0.1");
  }

  @Test
  void formatsDurations() {
    assertThat(Durations.format(Duration.ofSeconds(63))).isEqualTo("1:03");
    assertThat(Durations.format(Duration.ofSeconds(3723))).isEqualTo("1:02:03");
  }
}
