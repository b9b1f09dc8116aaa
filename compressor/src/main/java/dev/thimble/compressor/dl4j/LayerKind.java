/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.dl4j;

import java.util.Arrays;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;

/** The layers that can be read. Subclasses compute something else, so the class must be exact. */
enum LayerKind {
  DENSE(DenseLayer.class, "fc"),
  OUTPUT(OutputLayer.class, "fc"),
  CONVOLUTION(ConvolutionLayer.class, "conv"),
  POOLING(SubsamplingLayer.class, "pool"),
  NORMALIZATION(BatchNormalization.class, ""),
  ACTIVATION(ActivationLayer.class, ""),
  DROPOUT(DropoutLayer.class, ""),
  LOSS(LossLayer.class, "");

  private final Class<? extends Layer> type;
  private final String stem;

  LayerKind(Class<? extends Layer> type, String stem) {
    this.type = type;
    this.stem = stem;
  }

  /** What the name of an unnamed layer begins with; empty if it becomes a part of another layer. */
  String stem() {
    return stem;
  }

  /** What Deeplearning4j calls it. */
  String typeName() {
    return type.getSimpleName();
  }

  /** The kind of a layer that is called {@code name} in messages. */
  static LayerKind of(String name, Layer layer) throws ModelReadException {
    return Arrays.stream(values())
        .filter(kind -> layer != null && kind.type == layer.getClass())
        .findFirst()
        .orElseThrow(
            () ->
                new ModelReadException(
                    "layer " + name,
                    "a dense, convolution, subsampling, batch normalization, activation, dropout,"
                        + " output or loss layer",
                    layer == null ? "none" : layer.getClass().getSimpleName()));
  }
}
