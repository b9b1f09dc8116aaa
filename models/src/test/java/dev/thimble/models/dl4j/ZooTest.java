/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.models.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.thimble.models.Provenance;
import dev.thimble.models.ReferenceNetwork;
import dev.thimble.models.Zoo;
import dev.thimble.models.data.DataSource;
import dev.thimble.models.data.ImageSet;
import java.io.IOException;
import java.io.InputStream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The checkpoints that ship: what their provenance says must be so. */
final class ZooTest {
  /** Two images in 10,000: another CPU may round a close decision the other way. */
  private static final double TOLERANCE = 0.0002;

  @ParameterizedTest
  @EnumSource
  void testErrorIsWhatTheProvenanceSays(ReferenceNetwork network) throws IOException {
    ImageSet test = DataSource.bundledMnist().test();
    double error = ErrorRate.of(restore(network), test);
    assertThat(error).isCloseTo(Zoo.provenance(network).testError(), within(TOLERANCE));
  }

  @ParameterizedTest
  @EnumSource
  void provenanceNamesTheDefaultCommand(ReferenceNetwork network) throws IOException {
    Provenance provenance = Zoo.provenance(network);
    assertThat(provenance.model()).isEqualTo(network.id());
    assertThat(provenance.command())
        .isEqualTo("./thimble train " + network.id() + " -o " + network.id() + ".zip");
    assertThat(provenance.seed()).isEqualTo(network.defaultOptions().seed());
    assertThat(provenance.epochs()).isEqualTo(network.defaultOptions().epochs());
    assertThat(provenance.batchSize()).isEqualTo(network.defaultOptions().batchSize());
    assertThat(provenance.learningRate()).isEqualTo(network.defaultOptions().learningRate());
  }

  @Test
  void errorsAreBelowTheGoals() throws IOException {
    assertThat(Zoo.provenance(ReferenceNetwork.LENET_300_100).testError()).isLessThan(0.0100001);
    assertThat(Zoo.provenance(ReferenceNetwork.LENET_5).testError()).isLessThan(0.0055001);
  }

  private static MultiLayerNetwork restore(ReferenceNetwork network) throws IOException {
    try (InputStream in = Zoo.checkpoint(network)) {
      return ModelSerializer.restoreMultiLayerNetwork(in);
    }
  }
}
