/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.models.dl4j;

import dev.thimble.models.training.SharpnessAwareness;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Steps of sharpness-aware minimisation ({@link SharpnessAwareness}). */
final class SharpnessAwareStep implements TrainingStep {
  private final MultiLayerNetwork network;
  private final SharpnessAwareness sharpness;
  private int iteration;

  SharpnessAwareStep(MultiLayerNetwork network, SharpnessAwareness sharpness) {
    this.network = network;
    this.sharpness = sharpness;
  }

  @Override
  public void fit(INDArray images, INDArray labels) {
    int samples = (int) images.size(0);
    INDArray weights = network.params();
    INDArray start = weights.dup();
    INDArray gradient = gradient(images, labels);
    weights.addi(gradient.mul(sharpness.factor(gradient.norm2Number().doubleValue())));
    INDArray update = gradient(images, labels);
    weights.assign(start);
    network
        .getUpdater()
        .update(
            network, network.gradient(), iteration++, 0, samples, LayerWorkspaceMgr.noWorkspaces());
    weights.subi(update);
  }

  /** The gradient at the present weights: a view that the next call overwrites. */
  private INDArray gradient(INDArray images, INDArray labels) {
    network.setInputMiniBatchSize((int) images.size(0));
    network.setInput(images);
    network.setLabels(labels);
    network.computeGradientAndScore();
    return network.getFlattenedGradients().reshape(network.numParams());
  }
}
