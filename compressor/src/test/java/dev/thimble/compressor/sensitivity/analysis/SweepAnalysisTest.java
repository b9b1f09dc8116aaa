/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.sensitivity.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.thimble.compressor.network.Network;
import dev.thimble.compressor.quantize.Granularity;
import dev.thimble.compressor.quantize.QuantizeOptions;
import dev.thimble.compressor.retrain.ToyData;
import dev.thimble.compressor.sensitivity.Sweep;
import dev.thimble.compressor.sensitivity.Sweep.LayerSweep;
import dev.thimble.compressor.sensitivity.forward.IntegerEvaluator;
import dev.thimble.compressor.sensitivity.forward.RealEvaluator;
import dev.thimble.compressor.sensitivity.forward.Samples;
import dev.thimble.models.data.TrainingData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SweepAnalysisTest {
  private static final QuantizeOptions OPTIONS =
      QuantizeOptions.DEFAULT.withGranularity(Granularity.LAYER);

  private final TrainingData data = ToyData.make(1);
  private final Samples samples = Samples.first(data.validation(), 200);

  @Test
  void eightBitsTogetherAreTheQuantizedNetwork() throws InterruptedException {
    Network network = ToyNetworks.passing(1);
    SubjectNetwork subject = SubjectNetwork.ofNetwork("toy", network, OPTIONS, data.training());
    Sweep sweep = run(network, WeightChange.BITS);
    assertThat(sweep.together().get(0).value()).isEqualTo(8);
    assertThat(sweep.together().get(0).measurement())
        .isEqualTo(new IntegerEvaluator(samples).evaluate(subject.integers()).measurement());
    int errors =
        subject.integers().errors(data.validation().firstPixels(200), data.validation().labels());
    assertThat(sweep.together().get(0).measurement().errors()).isEqualTo(errors);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void aLayerWithAnOutlierIsRankedFirst(int layer) throws InterruptedException {
    Network network = ToyNetworks.withOutlier(2, layer);
    double loss = new RealEvaluator(network, samples).original().loss();
    Sweep sweep = run(network, WeightChange.BITS);
    assertThat(Ranking.of(sweep, loss).get(0).layer()).isEqualTo("fc" + (layer + 1));
    assertThat(sweep.layers().get(layer).kept()).isNull();
  }

  @Test
  void aFullLayerAndAFullCodebookChangeNothingOrLittle() throws InterruptedException {
    Network network = ToyNetworks.passing(3);
    Sweep densities = run(network, WeightChange.DENSITY);
    for (LayerSweep layer : densities.layers()) {
      assertThat(layer.alone().get(0).value()).isEqualTo(1);
      assertThat(layer.alone().get(0).broken() + layer.alone().get(0).repaired()).isZero();
      assertThat(layer.others()).hasSameSizeAs(layer.alone());
    }
    Sweep codebooks = run(network, WeightChange.CODEBOOK);
    // 36 weights do not make a codebook of 128 or more.
    assertThat(codebooks.layers().get(2).alone().get(0).value()).isEqualTo(64);
    assertThat(codebooks.layers().get(2).kept()).isLessThanOrEqualTo(8);
  }

  private Sweep run(Network network, WeightChange change) throws InterruptedException {
    return new SweepAnalysis(
            new RealEvaluator(network, samples),
            new IntegerEvaluator(samples),
            data.training(),
            OPTIONS,
            0.002)
        .run(change, new Progress(new SilentListener()));
  }
}
