/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.thimble.models.ReferenceNetwork;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class BenchmarkCommandTest {

  @Test
  void theNetworkIsKnownByTheFilesName() throws IOException {
    assertThat(BenchmarkCommand.network(Path.of("a/lenet-5.thim")))
        .isEqualTo(ReferenceNetwork.LENET_5);
    assertThat(BenchmarkCommand.network(Path.of("lenet-300-100-small.thim")))
        .isEqualTo(ReferenceNetwork.LENET_300_100);
  }

  @Test
  void refusesAFileOfAnUnknownNetwork() {
    assertThatThrownBy(() -> BenchmarkCommand.network(Path.of("a/alexnet.thim")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("alexnet.thim: expected a name that begins with one of");
  }
}
