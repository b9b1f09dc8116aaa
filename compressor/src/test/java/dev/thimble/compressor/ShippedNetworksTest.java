/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.thimble.compressor.report.Evaluation;
import dev.thimble.models.CompressedNetwork;
import dev.thimble.models.Zoo;
import dev.thimble.models.data.DataSource;
import dev.thimble.runtime.Model;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The files that come with Thimble are as small and as good as results.md says. */
class ShippedNetworksTest {

  @ParameterizedTest
  @CsvSource({ // most bytes, most errors of 10,000
    "LENET_300_100_MEDIUM, 10400, 100",
    "LENET_300_100_SMALL, 4300, 158",
    "LENET_300_100_TINY, 3300, 190",
    "LENET_5_MEDIUM, 10000, 55",
    "LENET_5_SMALL, 4200, 69",
    "LENET_5_TINY, 2300, 100"
  })
  void keepsSizeAndError(CompressedNetwork network, int bytes, int errors)
      throws IOException, InterruptedException {
    Model model;
    try (InputStream in = Zoo.compressed(network)) {
      model = Model.load(in);
    }
    assertThat(model.description().provenance())
        .containsOnly(Map.entry("recipe", network.id()), Map.entry("seed", "1"));
    assertThat(model.description().fileBytes()).isLessThanOrEqualTo(bytes);
    Evaluation evaluation = Evaluation.of(model, DataSource.bundledMnist().test());
    assertThat(evaluation.errors()).isLessThanOrEqualTo(errors);
  }
}
