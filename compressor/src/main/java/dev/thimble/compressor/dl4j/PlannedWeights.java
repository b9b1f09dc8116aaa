/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.dl4j;

import dev.thimble.compressor.network.Activation;
import dev.thimble.compressor.network.ConvolutionLayer;
import dev.thimble.compressor.network.DenseLayer;
import dev.thimble.compressor.network.DenseWeights;
import dev.thimble.compressor.network.FloatVector;
import dev.thimble.compressor.network.Layer;
import dev.thimble.compressor.network.Shape;
import dev.thimble.compressor.network.Window;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A dense or convolution layer. In the file a dense layer has its weights {@code [in, out]} in
 * Fortran order, then its biases; a convolution its biases, then its weights {@code [out, in,
 * kernelHeight, kernelWidth]} in C order. Both weights are rows {@code [out, …]} to us.
 *
 * @param window of a convolution; a dense layer has none
 * @param columns weights of an output channel
 * @param normalizations what follows the layer and is folded into it
 */
record PlannedWeights(
    String name,
    Shape input,
    Optional<Window> window,
    int rows,
    int columns,
    boolean hasBias,
    Activation activation,
    List<Normalization> normalizations)
    implements PlannedLayer {

  PlannedWeights {
    normalizations = List.copyOf(normalizations);
  }

  PlannedWeights withRelu() {
    return new PlannedWeights(
        name, input, window, rows, columns, hasBias, Activation.RELU, normalizations);
  }

  PlannedWeights with(Normalization next) {
    return new PlannedWeights(
        name,
        input,
        window,
        rows,
        columns,
        hasBias,
        activation,
        Stream.concat(normalizations.stream(), Stream.of(next)).toList());
  }

  @Override
  public Shape output() {
    return window
        .map(w -> new Shape(rows, w.outputHeight(input.height()), w.outputWidth(input.width())))
        .orElseGet(() -> Shape.vector(rows));
  }

  @Override
  public long parameters() {
    return (long) rows * columns
        + (hasBias ? rows : 0)
        + normalizations.stream().mapToLong(Normalization::parameters).sum();
  }

  @Override
  public Layer build(Coefficients coefficients) throws ModelReadException {
    float[] bias = window.isPresent() ? bias(coefficients) : null;
    float[] weights = coefficients.next(rows * columns);
    bias = bias == null ? bias(coefficients) : bias;
    for (Normalization normalization : normalizations) {
      normalization.fold(coefficients, weights, bias);
    }
    DenseWeights matrix = DenseWeights.of(rows, columns, weights);
    FloatVector biases = FloatVector.of(bias);
    return window.isPresent()
        ? new ConvolutionLayer(name, input, window.get(), 1, matrix, biases, activation)
        : new DenseLayer(name, input, matrix, biases, activation);
  }

  private float[] bias(Coefficients coefficients) throws ModelReadException {
    return hasBias ? coefficients.next(rows) : new float[rows];
  }
}
