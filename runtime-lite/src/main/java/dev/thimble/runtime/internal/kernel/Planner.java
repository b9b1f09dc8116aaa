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

/** Chooses a kernel for each layer by shape and density: the one with the least estimated time. */
public final class Planner {

  /** Up to here a layer may spend an int on each weight, zeros included: 256 KB. */
  private static final int MAX_INT_WEIGHTS = 64 << 10;

  private final ModelFile file;
  private final Network network;
  private final MemoryBudget budget;

  private Planner(ModelFile file, MemoryBudget budget) {
    this.file = file;
    this.network = file.network;
    this.budget = budget;
  }

  /**
   * Plans a network.
   *
   * @param budget charged with the kernels
   */
  public static Plan plan(ModelFile file, MemoryBudget budget) throws ModelException {
    return new Planner(file, budget).plan();
  }

  private Plan plan() throws ModelException {
    PlanBuilder builder = new PlanBuilder(network);
    int count = network.layerCount();
    int tensor = 0;
    while (tensor < count) {
      Layer layer = network.layer(tensor);
      PoolingLayer pooling = poolingBehind(tensor);
      int other = layer instanceof AdditionLayer ? ((AdditionLayer) layer).other : -1;
      int next = tensor + (pooling == null ? 1 : 2);
      builder.add(kernel(layer, file.weights(tensor), pooling), tensor, other, next);
      tensor = next;
    }
    Layer last = network.layer(count - 1);
    if (!(last instanceof WeightedLayer)) {
      builder.add(new ActivationScores(last), count, -1, count + 1);
    }
    return builder.build();
  }

  /** Returns the pooling that can be done together with a weighted layer, or null. */
  private PoolingLayer poolingBehind(int index) {
    if (index + 1 == network.layerCount()
        || !(network.layer(index) instanceof WeightedLayer)
        || !(network.layer(index + 1) instanceof PoolingLayer)) {
      return null;
    }
    for (int i = index + 2; i < network.layerCount(); i++) {
      Layer layer = network.layer(i);
      if (layer instanceof AdditionLayer && ((AdditionLayer) layer).other == index + 1) {
        return null;
      }
    }
    PoolingLayer pooling = (PoolingLayer) network.layer(index + 1);
    return Finish.canPool(pooling) ? pooling : null;
  }

  private Kernel kernel(Layer layer, Weights weights, PoolingLayer pooling) throws ModelException {
    if (layer instanceof WeightedLayer) {
      WeightedLayer weighted = (WeightedLayer) layer;
      return weighted.isDense()
          ? dense(weighted, weights)
          : convolution(weighted, weights, pooling);
    }
    if (layer instanceof PoolingLayer) {
      return new PoolingKernel((PoolingLayer) layer);
    }
    return new AdditionKernel((AdditionLayer) layer);
  }

  private Kernel dense(WeightedLayer layer, Weights weights) throws ModelException {
    long cells = (long) layer.rows * layer.columns;
    double row = cells <= MAX_INT_WEIGHTS ? RowDense.cost(layer) : Double.MAX_VALUE;
    boolean pairs = weights.narrow && cells / 2 <= MAX_INT_WEIGHTS;
    double paired = pairs ? PairedDense.cost(layer) : Double.MAX_VALUE;
    double packed = PackedDense.cost(layer);
    double least = Math.min(SparseDense.cost(layer, weights.kept()), packed);
    least = Math.min(least, Math.min(row, paired));
    if (least == packed) {
      return new PackedDense(layer, weights, budget);
    }
    if (least == paired) {
      return new PairedDense(layer, weights, budget);
    }
    return least == row
        ? new RowDense(layer, weights, budget)
        : new SparseDense(layer, weights, budget);
  }

  private Kernel convolution(WeightedLayer layer, Weights weights, PoolingLayer pooling)
      throws ModelException {
    Finish finish =
        pooling == null ? Finish.of(layer, budget) : Finish.pooled(layer, pooling, budget);
    boolean small = (long) layer.rows * layer.columns <= MAX_INT_WEIGHTS;
    if (small
        && ColumnConvolution.applies(layer)
        && ColumnConvolution.cost(layer) < PlaneConvolution.cost(layer, weights)) {
      return new ColumnConvolution(layer, weights, finish, budget);
    }
    return new PlaneConvolution(layer, weights, finish, budget);
  }
}
