/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.cluster;

import dev.thimble.compressor.network.Network;
import dev.thimble.compressor.network.WeightedLayer;
import dev.thimble.compressor.network.Weights;
import dev.thimble.compressor.retrain.RetrainOptions;
import dev.thimble.compressor.retrain.Retrainer;
import dev.thimble.compressor.retrain.TrainingCheckpoint;
import dev.thimble.compressor.retrain.TrainingLoop;
import dev.thimble.models.data.TrainingData;
import dev.thimble.models.training.TrainingListener;
import java.util.List;

/** Lets the weights of each layer share a few levels, first by k-means, then by training. */
public final class Clusterer {

  private final ClusterOptions options;

  public Clusterer(ClusterOptions options) {
    this.options = options;
  }

  /** The network with k-means codebooks, not trained; its layers must be quantized. */
  public Network cluster(Network network) {
    return withCodebooks(network, fit(network));
  }

  /**
   * The network with trained codebooks and biases; its layers must be quantized.
   *
   * @param teacher the original network, for the distillation
   * @param checkpoint where to begin, and who keeps how far it is
   * @throws IllegalArgumentException if the options have no fine-tuning
   * @throws InterruptedException if this thread is interrupted
   */
  public Network fineTune(
      Network network,
      Network teacher,
      TrainingData data,
      long seed,
      TrainingListener listener,
      TrainingCheckpoint checkpoint)
      throws InterruptedException {
    RetrainOptions training =
        options
            .fineTuning()
            .orElseThrow(
                () -> new IllegalArgumentException("the codebooks are not to be fine-tuned"));
    List<Codebook> codebooks = fit(network);
    TrainingLoop loop = new TrainingLoop(data, training, seed, listener, checkpoint);
    try (var trained =
        loop.run(
            network,
            teacher,
            net -> new CodebookProjection(codebooks, net.layout(), options.assignmentShare()))) {
      trained.projection().finish(trained.net().shadow());
      Network biased =
          Retrainer.withBiases(network, trained.net().shadow(), trained.net().layout());
      return withCodebooks(biased, codebooks);
    }
  }

  private List<Codebook> fit(Network network) {
    List<WeightedLayer> layers = network.weightedLayers();
    options.requireLayers(layers.stream().map(WeightedLayer::name).toList());
    return layers.stream().map(layer -> Codebook.fit(layer, options.sizeOf(layer.name()))).toList();
  }

  private static Network withCodebooks(Network network, List<Codebook> codebooks) {
    List<? extends Weights> weights = codebooks.stream().map(Codebook::toWeights).toList();
    return network.withWeights(weights);
  }
}
