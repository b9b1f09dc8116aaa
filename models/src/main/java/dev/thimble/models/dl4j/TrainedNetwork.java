/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.models.dl4j;

import dev.thimble.models.data.ImageSet;
import java.io.IOException;
import java.io.OutputStream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/** What a training gives: the weights of the epoch with the lowest validation error. */
public final class TrainedNetwork {
  private final MultiLayerNetwork network;
  private final double validationError;
  private final int bestEpoch;
  private final int epochsDone;

  TrainedNetwork(MultiLayerNetwork network, double validationError, int bestEpoch, int epochsDone) {
    this.network = network;
    this.validationError = validationError;
    this.bestEpoch = bestEpoch;
    this.epochsDone = epochsDone;
  }

  /** The network itself, without training state. */
  public MultiLayerNetwork network() {
    return network;
  }

  /** Error on the validation images, 0 … 1. */
  public double validationError() {
    return validationError;
  }

  /** The epoch that these weights are from, counted from 1. */
  public int bestEpoch() {
    return bestEpoch;
  }

  /** Epochs trained; fewer than asked for if the training was interrupted. */
  public int epochsDone() {
    return epochsDone;
  }

  /** Number of weights and biases. */
  public long parameterCount() {
    return network.numParams();
  }

  /** Error on other images, 0 … 1. */
  public double error(ImageSet images) {
    return ErrorRate.of(network, images);
  }

  /** Writes a Deeplearning4j {@code ModelSerializer} zip; the same weights give the same bytes. */
  public void write(OutputStream out) throws IOException {
    Checkpoint.write(network, out);
  }
}
