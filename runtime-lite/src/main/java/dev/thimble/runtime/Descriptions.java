/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.runtime;

import dev.thimble.runtime.internal.format.CodedWeights;
import dev.thimble.runtime.internal.format.Format;
import dev.thimble.runtime.internal.format.ModelFile;
import dev.thimble.runtime.internal.format.Section;
import dev.thimble.runtime.internal.network.Layer;
import dev.thimble.runtime.internal.network.Network;
import dev.thimble.runtime.internal.network.Operations;
import dev.thimble.runtime.internal.network.WeightedLayer;
import dev.thimble.runtime.internal.network.Weights;
import java.util.ArrayList;
import java.util.List;

/** Makes the description of a file that was read. */
final class Descriptions {

  private Descriptions() {}

  static ModelDescription describe(ModelFile file) {
    Network network = file.network();
    List<ModelDescription.Layer> layers = new ArrayList<>();
    for (int i = 0; i < network.layerCount(); i++) {
      layers.add(layer(network.name(i), network.layer(i), file.weights(i)));
    }
    List<ModelDescription.Section> sections = new ArrayList<>();
    for (Section section : file.sections()) {
      sections.add(
          new ModelDescription.Section((char) section.tag(), section.offset(), section.bytes()));
    }
    return new ModelDescription(
        file.bytes(),
        layers,
        sections,
        file.provenance(),
        network.endsWithSoftmax(),
        file.checkVectors().count());
  }

  private static ModelDescription.Layer layer(String name, Layer layer, CodedWeights coded) {
    Weights weights = coded == null ? null : coded.weights();
    ModelDescription.Layer.Builder builder = new ModelDescription.Layer.Builder();
    builder.name = name;
    builder.kind = layer.kind();
    builder.inputShape = layer.input().toString();
    builder.outputShape = layer.output().toString();
    builder.operations = Operations.of(layer, weights);
    if (coded != null) {
      WeightedLayer weighted = (WeightedLayer) layer;
      builder.totalWeights = weighted.rows() * weighted.columns();
      builder.keptWeights = weights.kept();
      builder.biases = weighted.rows();
      builder.codec = coded.codec() == Format.CODEC_RAW ? "raw" : "huffman";
      builder.codebookSize = coded.codebookSize();
      builder.codedBytes = coded.bytes();
      builder.biasBits = coded.biasBits();
      builder.gapBits = coded.gapBits();
      builder.indexBits = coded.indexBits();
    }
    return new ModelDescription.Layer(builder);
  }
}
