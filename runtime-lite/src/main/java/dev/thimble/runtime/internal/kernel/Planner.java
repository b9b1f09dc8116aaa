/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.runtime.internal.kernel;

import dev.thimble.runtime.ModelException;
import dev.thimble.runtime.internal.format.MemoryBudget;
import dev.thimble.runtime.internal.format.ModelFile;
import dev.thimble.runtime.internal.network.AdditionLayer;
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
    this.network = file.network;
    this.budget = budget;
  }

  /** Plans with the reference kernels alone. */
  public static Plan reference(ModelFile file, MemoryBudget budget) throws ModelException {
    return new Planner(file, budget).plan();
  }

  private Plan plan() throws ModelException {
    PlanBuilder builder = new PlanBuilder(network);
    int last = network.layerCount();
    for (int i = 0; i < last; i++) {
      Layer layer = network.layer(i);
      int other = layer instanceof AdditionLayer ? ((AdditionLayer) layer).other : -1;
      builder.add(kernel(layer, file.weights(i)), i, other, i + 1);
    }
    if (!(network.layer(last - 1) instanceof WeightedLayer)) {
      builder.add(new ActivationScores(network.layer(last - 1)), last, -1, last + 1);
    }
    return builder.build();
  }

  private Kernel kernel(Layer layer, Weights weights) throws ModelException {
    if (layer instanceof WeightedLayer) {
      return new ConvolutionReference((WeightedLayer) layer, weights, budget);
    }
    if (layer instanceof PoolingLayer) {
      return new PoolingReference((PoolingLayer) layer);
    }
    return new AdditionKernel((AdditionLayer) layer);
  }
}
