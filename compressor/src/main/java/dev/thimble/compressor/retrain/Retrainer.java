/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.retrain;

import dev.thimble.compressor.dl4j.ParameterLayout;
import dev.thimble.compressor.dl4j.ParameterLayout.Segment;
import dev.thimble.compressor.network.FloatVector;
import dev.thimble.compressor.network.Network;
import dev.thimble.compressor.network.WeightedLayer;
import dev.thimble.compressor.prune.Mask;
import dev.thimble.compressor.prune.PrunePlan;
import dev.thimble.compressor.prune.Pruner;
import dev.thimble.compressor.quantize.QuantizeOptions;
import dev.thimble.models.data.TrainingData;
import dev.thimble.models.training.TrainingListener;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Trains a pruned network again: from its underlying weights, along the plan's falling density,
 * then with fixed masks. A network without pruned weights is trained with all of them.
 */
public final class Retrainer {

  private final TrainingData data;
  private final RetrainOptions options;
  private final QuantizeOptions quantize;
  private final long seed;

  /**
   * @param quantize the grid of the weights, if they are trained on it
   */
  public Retrainer(TrainingData data, RetrainOptions options, QuantizeOptions quantize, long seed) {
    this.data = data;
    this.options = options;
    this.quantize = quantize;
    this.seed = seed;
  }

  /**
   * The retrained network, with pruned weights at the plan's final density.
   *
   * @param pruned what {@link Pruner} made
   * @param teacher the original network, for the distillation
   * @param checkpoint where to begin, and who keeps how far it is
   * @throws InterruptedException if this thread is interrupted
   */
  public Network retrain(
      Network pruned,
      Network teacher,
      PrunePlan plan,
      TrainingListener listener,
      TrainingCheckpoint checkpoint)
      throws InterruptedException {
    TrainingLoop loop = new TrainingLoop(data, options, seed, listener, checkpoint);
    try (var trained =
        loop.run(pruned, teacher, net -> new MaskProjection(net.layout(), plan, quantize))) {
      float[] parameters = trained.net().shadow();
      MaskProjection projection = trained.projection();
      List<Mask> masks = projection.finish(parameters);
      Network biased = withBiases(pruned, parameters, trained.net().layout());
      return Pruner.withMasks(biased, projection.weights(parameters), masks);
    }
  }

  /** The network with the biases of a parameter vector. */
  public static Network withBiases(Network network, float[] parameters, ParameterLayout layout) {
    List<WeightedLayer> layers = new ArrayList<>();
    for (int i = 0; i < layout.segments().size(); i++) {
      Segment segment = layout.segments().get(i);
      int from = segment.biasOffset();
      float[] biases = Arrays.copyOfRange(parameters, from, from + segment.rows());
      layers.add(network.weightedLayers().get(i).withBias(FloatVector.of(biases)));
    }
    return network.withWeightedLayers(layers);
  }
}
