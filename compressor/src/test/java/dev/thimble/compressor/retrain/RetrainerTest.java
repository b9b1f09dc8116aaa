/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.retrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.thimble.compressor.dl4j.Distillation;
import dev.thimble.compressor.network.FloatNetwork;
import dev.thimble.compressor.network.Network;
import dev.thimble.compressor.network.PrunedWeights;
import dev.thimble.compressor.network.TinyNetworks;
import dev.thimble.compressor.prune.PruneOptions;
import dev.thimble.compressor.prune.PrunePlan;
import dev.thimble.compressor.prune.Pruner;
import dev.thimble.compressor.quantize.Granularity;
import dev.thimble.compressor.quantize.QuantizeOptions;
import dev.thimble.compressor.quantize.Quantizer;
import dev.thimble.models.data.ImageSet;
import dev.thimble.models.data.TrainingData;
import dev.thimble.models.training.SharpnessAwareness;
import dev.thimble.models.training.TrainingListener;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RetrainerTest {

  private static final PruneOptions QUARTER = new PruneOptions(0.25, Map.of(), 0.5, 0.5, 0.8);

  private final TrainingData data = ToyData.make(1);
  private final Network start =
      TinyNetworks.dense(new int[] {ToyData.PIXELS, 24, ToyData.CLASSES}, 2);

  @Test
  void learnsWithAQuarterOfTheWeights() throws InterruptedException {
    Network retrained =
        retrain(
            QUARTER,
            new RetrainOptions(12, 32, 1e-2, Distillation.NONE, false, SharpnessAwareness.NONE),
            5);
    assertThat(retrained.keptCount()).isEqualTo(Math.round(0.25 * (16 * 24 + 24 * 4)));
    assertThat(errors(start)).isGreaterThan(100);
    assertThat(errors(retrained)).isLessThan(40);
  }

  @Test
  void reachesTheDensityInASingleStep() throws InterruptedException {
    PruneOptions late = new PruneOptions(0.25, Map.of(), 0.9, 1, 0.8);
    Network retrained =
        retrain(
            late,
            new RetrainOptions(1, 800, 1e-2, Distillation.NONE, false, SharpnessAwareness.NONE),
            5);
    assertThat(retrained.keptCount()).isEqualTo(Math.round(0.25 * (16 * 24 + 24 * 4)));
  }

  @Test
  void bringsPrunedWeightsBackWhileTheDensityFalls() throws InterruptedException {
    PrunedWeights before = mask(Pruner.prune(start, PrunePlan.of(QUARTER, start)));
    PrunedWeights after =
        mask(
            retrain(
                QUARTER,
                new RetrainOptions(6, 32, 1e-2, Distillation.NONE, false, SharpnessAwareness.NONE),
                5));
    int back = 0;
    for (int i = 0; i < before.size(); i++) {
      back += !before.isKept(i) && after.isKept(i) ? 1 : 0;
    }
    assertThat(back).isPositive();
  }

  @Test
  void withoutRampKeepsTheMask() throws InterruptedException {
    PruneOptions atOnce = new PruneOptions(0.25, Map.of(), 0, 0, 0.8);
    boolean[] before = mask(Pruner.prune(start, PrunePlan.of(atOnce, start))).mask();
    Network after =
        retrain(
            atOnce,
            new RetrainOptions(2, 32, 1e-2, Distillation.NONE, false, SharpnessAwareness.NONE),
            5);
    assertThat(mask(after).mask()).isEqualTo(before);
  }

  @Test
  void sameSeedGivesTheSameWeightsAndAnotherSeedOthers() throws InterruptedException {
    RetrainOptions options =
        new RetrainOptions(2, 32, 1e-2, new Distillation(0.5, 3), true, SharpnessAwareness.NONE);
    float[] first = mask(retrain(QUARTER, options, 5)).values();
    assertThat(mask(retrain(QUARTER, options, 5)).values()).isEqualTo(first);
    assertThat(mask(retrain(QUARTER, options, 6)).values()).isNotEqualTo(first);
  }

  @Test
  void trainsWeightsOnAGrid() throws InterruptedException {
    QuantizeOptions grid =
        new QuantizeOptions(Granularity.LAYER, 3, 100, 100, 0.25, 0.5); // levels ±1 to ±3
    PrunePlan plan = PrunePlan.of(QUARTER, start);
    RetrainOptions options =
        new RetrainOptions(12, 32, 1e-2, Distillation.NONE, false, SharpnessAwareness.NONE);
    Network retrained =
        new Retrainer(data, options, grid, 5)
            .retrain(
                Pruner.prune(start, plan),
                start,
                plan,
                TrainingListener.SILENT,
                TrainingCheckpoint.NONE);
    assertThat(errors(retrained)).isLessThan(40);

    Network quantized = new Quantizer(grid).quantize(retrained);
    assertThat(quantized.keptCount()).isEqualTo(retrained.keptCount());
    for (int i = 0; i < 2; i++) {
      float[] before = retrained.weightedLayers().get(i).weights().effective();
      float[] after = quantized.weightedLayers().get(i).weights().effective();
      assertThat(after).containsExactly(before, within(1e-6f));
    }
  }

  @Test
  void learnsFromTheTeacherAlone() throws InterruptedException {
    Network teacher =
        retrain(
            PruneOptions.NONE,
            new RetrainOptions(12, 32, 1e-2, Distillation.NONE, false, SharpnessAwareness.NONE),
            5);
    PrunePlan plan = PrunePlan.of(PruneOptions.NONE, start);
    RetrainOptions options =
        new RetrainOptions(12, 32, 1e-2, new Distillation(1, 3), false, SharpnessAwareness.NONE);
    Network student =
        new Retrainer(data, options, QuantizeOptions.DEFAULT, 7)
            .retrain(
                Pruner.prune(start, plan),
                teacher,
                plan,
                TrainingListener.SILENT,
                TrainingCheckpoint.NONE);
    assertThat(errors(student)).isLessThan(40);
  }

  private Network retrain(PruneOptions prune, RetrainOptions options, long seed)
      throws InterruptedException {
    PrunePlan plan = PrunePlan.of(prune, start);
    return new Retrainer(data, options, QuantizeOptions.DEFAULT, seed)
        .retrain(
            Pruner.prune(start, plan),
            start,
            plan,
            TrainingListener.SILENT,
            TrainingCheckpoint.NONE);
  }

  private static PrunedWeights mask(Network network) {
    return (PrunedWeights) network.weightedLayers().get(0).weights();
  }

  /** Wrong ones of 200 validation images. */
  private int errors(Network network) {
    ImageSet images = data.validation();
    FloatNetwork floats = new FloatNetwork(network);
    int wrong = 0;
    for (int i = 0; i < images.count(); i++) {
      wrong += floats.classify(images.pixels(i), 0) == images.label(i) ? 0 : 1;
    }
    return wrong;
  }
}
