/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.benchmarks.onnx;

import dev.thimble.compressor.network.Activation;
import dev.thimble.compressor.network.PoolingLayer;
import dev.thimble.compressor.quantize.IntegerLayer;
import dev.thimble.compressor.quantize.IntegerNetwork;
import dev.thimble.compressor.quantize.IntegerPoolingLayer;
import dev.thimble.compressor.quantize.IntegerWeightedLayer;
import dev.thimble.compressor.quantize.Multipliers;
import dev.thimble.compressor.quantize.OutputStage;

/**
 * The integer form of a network. A value is at the end of the chain either as bytes on the grid
 * {@code (scale, zeroPoint)} or, after the last layer, as reals.
 */
final class IntegerExport {
  private final IntegerNetwork network;
  private final Chain chain;
  private Grid grid;
  private boolean bytes = true;

  /** The grid that the bytes at the end of the chain stand on, as values and as constants. */
  private record Grid(double scale, int zeroPoint, String scaleName, String zeroPointName) {}

  IntegerExport(IntegerNetwork network) {
    this.network = network;
    IntegerLayer first = network.layers().get(0);
    boolean planes =
        !(first instanceof IntegerWeightedLayer weighted && weighted.window().isEmpty());
    chain = new Chain(ElementType.UINT8, network.input(), planes);
    grid = grid("image", network.inputScale(), network.inputZeroPoint());
  }

  byte[] export() {
    for (IntegerLayer layer : network.layers()) {
      if (layer instanceof IntegerPoolingLayer pooling) {
        pooling(pooling.pooling());
      } else if (layer instanceof IntegerWeightedLayer weighted) {
        weighted(weighted);
      }
    }
    if (bytes) {
      dequantize("scores");
    }
    return chain.finish(network.labels().size());
  }

  private Grid grid(String name, double scale, int zeroPoint) {
    return new Grid(
        scale,
        zeroPoint,
        chain.graph().constant(name + ".scale", Tensor.scalar((float) scale)),
        chain.graph().constant(name + ".zero", Tensor.unsignedScalar(zeroPoint)));
  }

  private void dequantize(String name) {
    chain.dequantize(name, grid.scaleName(), grid.zeroPointName());
  }

  private void pooling(PoolingLayer layer) {
    if (layer.kind() == PoolingLayer.Kind.MAX) {
      chain.pooling(layer);
    } else {
      dequantize(layer.name() + ".in");
      chain.pooling(layer);
      chain.quantize(layer.name(), grid.scaleName(), grid.zeroPointName());
    }
  }

  private void weighted(IntegerWeightedLayer layer) {
    if (layer.window().isEmpty()) {
      chain.flatten();
    }
    dequantize(layer.name() + ".in");
    WeightConstants constants = new WeightConstants(chain.graph(), layer, grid.scale());
    chain.weighted(layer.name(), constants.weights(), constants.bias(), layer.window());
    if (layer.stage() instanceof OutputStage.Requantize stage) {
      if (stage.activation() == Activation.RELU) {
        chain.relu(layer.name());
      }
      grid =
          grid(layer.name() + ".out", outputScale(layer, stage.multipliers()), stage.zeroPoint());
      chain.quantize(layer.name(), grid.scaleName(), grid.zeroPointName());
    } else {
      bytes = false;
    }
  }

  /** From {@code m / 2^shift = inputScale · weightScale / outputScale} where m is most exact. */
  private double outputScale(IntegerWeightedLayer layer, Multipliers multipliers) {
    int row = 0;
    for (int i = 1; i < multipliers.count(); i++) {
      row = multipliers.get(i) > multipliers.get(row) ? i : row;
    }
    double factor = multipliers.get(row) / (double) (1L << multipliers.shift());
    return grid.scale() * layer.weights().scales().get(row) / factor;
  }
}
