/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.artifact;

import dev.thimble.compressor.network.Padding;
import dev.thimble.compressor.network.QuantizedWeights;
import dev.thimble.compressor.network.Scales;
import dev.thimble.compressor.network.Window;
import dev.thimble.compressor.quantize.IntegerWeightedLayer;
import dev.thimble.compressor.quantize.OutputStage;
import dev.thimble.runtime.Limits;
import dev.thimble.runtime.ModelException;
import dev.thimble.runtime.internal.format.MemoryBudget;
import dev.thimble.runtime.internal.format.ModelFile;
import dev.thimble.runtime.internal.format.ModelReader;
import dev.thimble.runtime.internal.network.Network;
import dev.thimble.runtime.internal.network.Shape;
import dev.thimble.runtime.internal.network.WeightedLayer;
import dev.thimble.runtime.internal.network.Weights;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The weighted layers of a finished file, for what codes or counts them once more. */
public final class StoredLayers {

  private StoredLayers() {}

  /**
   * The layers in order. They have names, shapes, levels and biases; what a file does not say, or
   * what follows the accumulators, is left at a neutral value.
   *
   * @throws ModelException if the runtime does not load the file
   */
  public static List<IntegerWeightedLayer> of(byte[] file) throws ModelException {
    Limits limits = Limits.DEFAULT;
    ModelFile model = ModelReader.read(file, limits, new MemoryBudget(limits.memoryBytes()));
    Network network = model.network;
    List<IntegerWeightedLayer> layers = new ArrayList<>();
    for (int i = 0; i < network.layerCount(); i++) {
      if (network.layer(i) instanceof WeightedLayer layer) {
        layers.add(layer(network.name(i), layer, model.weights(i)));
      }
    }
    return layers;
  }

  private static IntegerWeightedLayer layer(String name, WeightedLayer layer, Weights weights) {
    byte[] levels = weights.dense();
    Shape input = layer.input;
    Window kernel =
        new Window(layer.vertical.kernel, layer.horizontal.kernel, 1, 1, Padding.NONE, 1, 1);
    return new IntegerWeightedLayer(
        name,
        new dev.thimble.compressor.network.Shape(input.channels, input.height, input.width),
        Optional.of(kernel),
        QuantizedWeights.of(weights.rows, weights.columns, levels, Scales.perLayer(1), true),
        layer.inputZero,
        weights.bias.clone(),
        0,
        new OutputStage.Scores(Optional.empty()));
  }
}
