/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.runtime.internal.kernel;

import dev.thimble.runtime.ModelException;
import dev.thimble.runtime.internal.format.MemoryBudget;
import dev.thimble.runtime.internal.format.ModelFile;
import dev.thimble.runtime.internal.network.AdditionLayer;
import dev.thimble.runtime.internal.network.ConvolutionLayer;
import dev.thimble.runtime.internal.network.DenseLayer;
import dev.thimble.runtime.internal.network.Layer;
import dev.thimble.runtime.internal.network.Network;
import dev.thimble.runtime.internal.network.PoolingLayer;
import dev.thimble.runtime.internal.network.WeightedLayer;
import dev.thimble.runtime.internal.network.Weights;

/** Chooses a kernel for each layer. */
public final class Planner {

  private final ModelFile file;
  private final Network network;
  private final MemoryBudget budget;

  private Planner(ModelFile file, MemoryBudget budget) {
    this.file = file;
    this.network = file.network();
    this.budget = budget;
  }

  /** Plans with the reference kernels alone. */
  public static Plan reference(ModelFile file, MemoryBudget budget) throws ModelException {
    return new Planner(file, budget).plan();
  }

  private Plan plan() throws ModelException {
    PlanBuilder builder = new PlanBuilder(network);
    for (int i = 0; i < network.layerCount(); i++) {
      Layer layer = network.layer(i);
      int other = layer instanceof AdditionLayer ? ((AdditionLayer) layer).other() : Step.NONE;
      builder.add(kernel(i), i, other, i + 1);
    }
    int last = network.layerCount();
    if (!(network.layer(last - 1) instanceof WeightedLayer)) {
      builder.add(new ActivationScores(network.layer(last - 1)), last, Step.NONE, last + 1);
    }
    return builder.build();
  }

  private Kernel kernel(int index) throws ModelException {
    Layer layer = network.layer(index);
    if (layer instanceof DenseLayer) {
      return new DenseReference((DenseLayer) layer, weights(index), budget);
    }
    if (layer instanceof ConvolutionLayer) {
      return new ConvolutionReference((ConvolutionLayer) layer, weights(index), budget);
    }
    if (layer instanceof PoolingLayer) {
      return new PoolingReference((PoolingLayer) layer);
    }
    return new AdditionKernel((AdditionLayer) layer);
  }

  private Weights weights(int index) {
    return file.weights(index).weights();
  }
}
