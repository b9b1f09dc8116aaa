/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.thimble.models.ReferenceNetwork;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class BenchmarkCommandTest {

  @Test
  void theNetworkIsKnownByTheFilesName() throws IOException {
    Path small = Path.of("lenet-300-100-small.thim");
    Path convolutional = Path.of("a/lenet-5.thim");

    assertThat(BenchmarkCommand.networks(List.of(convolutional, small)))
        .containsExactly(
            entry(ReferenceNetwork.LENET_300_100, small),
            entry(ReferenceNetwork.LENET_5, convolutional));
  }

  @Test
  void refusesAFileOfAnUnknownNetwork() {
    assertThatThrownBy(() -> BenchmarkCommand.networks(List.of(Path.of("a/alexnet.thim"))))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("alexnet.thim: expected a name that begins with one of");
  }

  @Test
  void refusesTwoFilesOfANetwork() {
    assertThatThrownBy(
            () -> BenchmarkCommand.networks(List.of(Path.of("lenet-5-a"), Path.of("lenet-5-b"))))
        .isInstanceOf(IOException.class)
        .hasMessage("expected one file of a network, found lenet-5-a and lenet-5-b");
  }

  @Test
  void everyGoalIsForADistinctFigure() {
    assertThat(Goals.all()).doesNotHaveDuplicates().hasSizeGreaterThan(10);
  }
}
