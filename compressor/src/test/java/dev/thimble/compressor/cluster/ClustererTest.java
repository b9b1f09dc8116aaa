/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.thimble.compressor.dl4j.Distillation;
import dev.thimble.compressor.network.ClusteredWeights;
import dev.thimble.compressor.network.FloatNetwork;
import dev.thimble.compressor.network.Network;
import dev.thimble.compressor.network.TinyNetworks;
import dev.thimble.compressor.network.WeightedLayer;
import dev.thimble.compressor.prune.PruneOptions;
import dev.thimble.compressor.prune.PrunePlan;
import dev.thimble.compressor.prune.Pruner;
import dev.thimble.compressor.quantize.QuantizeOptions;
import dev.thimble.compressor.quantize.Quantizer;
import dev.thimble.compressor.retrain.ProjectionState;
import dev.thimble.compressor.retrain.RetrainOptions;
import dev.thimble.compressor.retrain.Retrainer;
import dev.thimble.compressor.retrain.ToyData;
import dev.thimble.compressor.retrain.TrainingCheckpoint;
import dev.thimble.compressor.retrain.TrainingState;
import dev.thimble.models.data.ImageSet;
import dev.thimble.models.data.TrainingData;
import dev.thimble.models.training.SharpnessAwareness;
import dev.thimble.models.training.TrainingListener;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClustererTest {

  private static final PruneOptions HALF = new PruneOptions(0.5, Map.of(), 0, 0, 0.8);

  private final TrainingData data = ToyData.make(1);
  private final Network start =
      TinyNetworks.dense(new int[] {ToyData.PIXELS, 24, ToyData.CLASSES}, 2);

  @Test
  void leavesAtMostTheAskedNumberOfLevels() {
    Network clustered =
        new Clusterer(options(5, Map.of("fc2", 3), Optional.empty(), 0)).cluster(quantized(start));
    assertThat(codebook(clustered, 0)).hasSizeBetween(4, 5).doesNotContain((byte) 0);
    assertThat(codebook(clustered, 1)).hasSizeBetween(2, 3).doesNotContain((byte) 0);
    assertThat(clustered.keptCount()).isEqualTo(quantized(start).keptCount());
  }

  @Test
  void movesEveryWeightToTheNearestLevel() {
    Network quantized = quantized(start);
    Network clustered = new Clusterer(options(4, Map.of(), Optional.empty(), 0)).cluster(quantized);
    WeightedLayer before = quantized.weightedLayers().get(0);
    WeightedLayer after = clustered.weightedLayers().get(0);
    float[] exact = before.weights().effective();
    float[] shared = after.weights().effective();
    ClusteredWeights weights = (ClusteredWeights) after.weights();
    for (int i = 0; i < exact.length; i++) {
      if (weights.isKept(i)) {
        double scale = weights.scales().get(i / weights.columns());
        for (byte level : weights.codebook()) {
          // Codebook values are rounded, so that a tie may go either way by one level.
          assertThat(Math.abs(exact[i] - shared[i]))
              .isLessThanOrEqualTo((float) (Math.abs(exact[i] - scale * level) + scale));
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.5, 1})
  void fineTuningRepairsWhatClusteringBroke(double assignmentShare) throws InterruptedException {
    PrunePlan plan = PrunePlan.of(HALF, start);
    RetrainOptions training =
        new RetrainOptions(10, 32, 1e-2, Distillation.NONE, false, SharpnessAwareness.NONE);
    Network trained =
        new Retrainer(data, training, QuantizeOptions.DEFAULT, 3)
            .retrain(
                Pruner.prune(start, plan),
                start,
                plan,
                TrainingListener.SILENT,
                TrainingCheckpoint.NONE);
    Clusterer clusterer =
        new Clusterer(
            options(
                2,
                Map.of(),
                Optional.of(
                    new RetrainOptions(
                        8, 32, 3e-3, Distillation.NONE, false, SharpnessAwareness.NONE)),
                assignmentShare));
    Network quantized = new Quantizer(QuantizeOptions.DEFAULT).quantize(trained);
    Network tuned =
        clusterer.fineTune(
            quantized, trained, data, 4, TrainingListener.SILENT, TrainingCheckpoint.NONE);
    assertThat(codebook(tuned, 0)).hasSizeLessThanOrEqualTo(2);
    assertThat(errors(tuned)).isLessThan(errors(clusterer.cluster(quantized)));
    Network again =
        clusterer.fineTune(
            quantized, trained, data, 4, TrainingListener.SILENT, TrainingCheckpoint.NONE);
    assertThat(again.weightedLayers().get(0).weights().effective())
        .isEqualTo(tuned.weightedLayers().get(0).weights().effective());
  }

  @Test
  void refusesAKeptStateThatNoCodebookCanHave() throws InterruptedException {
    RetrainOptions training =
        new RetrainOptions(2, 32, 1e-3, Distillation.NONE, false, SharpnessAwareness.NONE);
    Clusterer clusterer = new Clusterer(options(2, Map.of(), Optional.of(training), 0.5));
    List<TrainingState> kept = new ArrayList<>();
    fineTune(clusterer, Optional.empty(), kept);
    TrainingState state = kept.get(0);
    ProjectionState projection = state.projection();
    byte[] marks = projection.marks();
    marks[7] = 2;
    assertThatThrownBy(() -> goOn(clusterer, state, projection.reals(), marks))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a weight must belong to one of 2 clusters, found cluster 2");
    List<Double> far = List.of(-128.0, 1.0, 2.0, 3.0);
    assertThatThrownBy(() -> goOn(clusterer, state, far, projection.marks()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a centroid must lie in -127 ... 127, found -128.0");
  }

  private void goOn(Clusterer clusterer, TrainingState state, List<Double> reals, byte[] marks)
      throws InterruptedException {
    TrainingState forged =
        new TrainingState(
            state.epochs(),
            state.elapsed(),
            state.validationError(),
            state.optimizer(),
            new ProjectionState(state.projection().phase(), reals, marks));
    fineTune(clusterer, Optional.of(forged), new ArrayList<>());
  }

  private void fineTune(
      Clusterer clusterer, Optional<TrainingState> begin, List<TrainingState> kept)
      throws InterruptedException {
    TrainingCheckpoint checkpoint =
        new TrainingCheckpoint() {
          @Override
          public Optional<TrainingState> start() {
            return begin;
          }

          @Override
          public void keep(TrainingState state) {
            kept.add(state);
          }
        };
    clusterer.fineTune(quantized(start), start, data, 4, TrainingListener.SILENT, checkpoint);
  }

  @Test
  void fixedAssignmentsStayAsKMeansChoseThem() throws InterruptedException {
    Clusterer clusterer =
        new Clusterer(
            options(
                4,
                Map.of(),
                Optional.of(
                    new RetrainOptions(
                        2, 32, 1e-3, Distillation.NONE, false, SharpnessAwareness.NONE)),
                0));
    ClusteredWeights before = weights(clusterer.cluster(quantized(start)));
    ClusteredWeights after =
        weights(
            clusterer.fineTune(
                quantized(start),
                start,
                data,
                4,
                TrainingListener.SILENT,
                TrainingCheckpoint.NONE));
    for (int i = 0; i < before.size(); i++) {
      for (int k = 0; k < i; k += 7) {
        if (before.assignment(i) == before.assignment(k)) {
          assertThat(after.assignment(i)).isEqualTo(after.assignment(k));
        }
      }
    }
  }

  @Test
  void refusesMoreValuesThanALayerHas() {
    assertThatThrownBy(
            () ->
                new Clusterer(options(200, Map.of(), Optional.empty(), 0))
                    .cluster(quantized(start)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageMatching(
            "layer fc[12]: a codebook of 200 values was asked for, but its weights have only \\d+ distinct levels");
  }

  @Test
  void refusesAnUnknownLayer() {
    assertThatThrownBy(
            () ->
                new Clusterer(options(2, Map.of("fc7", 2), Optional.empty(), 0))
                    .cluster(quantized(start)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a codebook size is given for layer fc7, but the layers are [fc1, fc2]");
  }

  @Test
  void refusesNetworksThatAreNotQuantized() {
    assertThatThrownBy(
            () -> new Clusterer(options(2, Map.of(), Optional.empty(), 0)).cluster(start))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("layer fc1: cluster needs quantized weights, found dense");
  }

  private static ClusterOptions options(
      int size, Map<String, Integer> layers, Optional<RetrainOptions> training, double share) {
    return new ClusterOptions(size, layers, training, share);
  }

  private static Network quantized(Network network) {
    return new Quantizer(QuantizeOptions.DEFAULT)
        .quantize(Pruner.prune(network, PrunePlan.of(HALF, network)));
  }

  private static ClusteredWeights weights(Network network) {
    return (ClusteredWeights) network.weightedLayers().get(0).weights();
  }

  private static byte[] codebook(Network network, int layer) {
    return ((ClusteredWeights) network.weightedLayers().get(layer).weights()).codebook();
  }

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
