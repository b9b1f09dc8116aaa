/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.quantize;

import dev.thimble.compressor.network.Network;
import dev.thimble.compressor.network.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A network in integers with all that a file holds, and the reference for what a file computes:
 * each step as {@code quantization.md} states it, in plain loops. Immutable and thread-safe.
 */
public final class IntegerNetwork {
  private final Shape input;
  private final float inputScale;
  private final int inputZeroPoint;
  private final List<IntegerLayer> layers;
  private final float outputScale;
  private final List<String> labels;
  private final boolean softmax;
  private final List<IntegerKernel> kernels;
  private final int scoreOffset;

  /**
   * @param outputScale real logit of a score of 1
   */
  public IntegerNetwork(
      Shape input,
      float inputScale,
      int inputZeroPoint,
      List<IntegerLayer> layers,
      float outputScale,
      List<String> labels,
      boolean softmax) {
    requireScale("input", inputScale);
    requireScale("output", outputScale);
    this.input = input;
    this.inputScale = inputScale;
    this.inputZeroPoint = inputZeroPoint;
    this.layers = List.copyOf(layers);
    this.outputScale = outputScale;
    this.labels = List.copyOf(labels);
    this.softmax = softmax;
    this.kernels = this.layers.stream().map(IntegerKernel::of).toList();
    this.scoreOffset = scoreOffset();
  }

  /** Scores are real 0 at 0: what a pooling layer at the end has to subtract. */
  private int scoreOffset() {
    int zeroPoint = inputZeroPoint;
    for (IntegerLayer layer : layers) {
      if (layer instanceof IntegerWeightedLayer weighted) {
        zeroPoint =
            weighted.stage() instanceof OutputStage.Requantize requantize
                ? requantize.zeroPoint()
                : 0;
      }
    }
    return zeroPoint;
  }

  private static void requireScale(String what, float scale) {
    if (!(scale > 0 && scale < Float.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "the " + what + " scale must be a finite float above 0, found " + scale);
    }
  }

  /**
   * The integer form of a network whose weights are all quantized or clustered.
   *
   * @param calibration ranges of the same network's real outputs
   */
  public static IntegerNetwork of(
      Network network, Calibration calibration, QuantizeOptions options) {
    return new Lowering(network, calibration, options).lower();
  }

  public Shape input() {
    return input;
  }

  public float inputScale() {
    return inputScale;
  }

  public int inputZeroPoint() {
    return inputZeroPoint;
  }

  public List<IntegerLayer> layers() {
    return layers;
  }

  public float outputScale() {
    return outputScale;
  }

  public List<String> labels() {
    return labels;
  }

  public boolean softmax() {
    return softmax;
  }

  /** The layers that have weights, in order. */
  public List<IntegerWeightedLayer> weightedLayers() {
    return layers.stream()
        .filter(IntegerWeightedLayer.class::isInstance)
        .map(IntegerWeightedLayer.class::cast)
        .toList();
  }

  /** One score for each class, for one image of {@code input.size()} unsigned bytes. */
  public int[] scores(byte[] pixels) {
    if (pixels.length != input.size()) {
      throw new IllegalArgumentException(
          "expected an image of " + input.size() + " pixels, found " + pixels.length);
    }
    return scores(pixels, 0);
  }

  /** The scores for the image that begins at {@code offset}. */
  public int[] scores(byte[] pixels, int offset) {
    int[] values = input(pixels, offset);
    for (IntegerKernel kernel : kernels) {
      values = kernel.apply(values);
    }
    for (int i = 0; i < values.length; i++) {
      values[i] -= scoreOffset;
    }
    return values;
  }

  private int[] input(byte[] pixels, int offset) {
    if (offset < 0 || offset > pixels.length - input.size()) {
      throw new IllegalArgumentException(
          "expected " + input.size() + " pixels from " + offset + " on, found " + pixels.length);
    }
    int[] values = new int[input.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = pixels[offset + i] & 0xFF;
    }
    return values;
  }

  /**
   * Every layer's outputs for the image that begins at {@code offset}: activations, of a last layer
   * with weights its accumulators as they become scores.
   */
  public List<int[]> outputs(byte[] pixels, int offset) {
    List<int[]> outputs = new ArrayList<>(kernels.size());
    int[] values = input(pixels, offset);
    for (IntegerKernel kernel : kernels) {
      values = kernel.apply(values);
      outputs.add(values);
    }
    return outputs;
  }

  /** The class of the highest score, the first one among equals. */
  public int classify(byte[] pixels, int offset) {
    int[] scores = scores(pixels, offset);
    int best = 0;
    for (int i = 1; i < scores.length; i++) {
      if (scores[i] > scores[best]) {
        best = i;
      }
    }
    return best;
  }

  /**
   * Number of images, one after the other in {@code pixels}, whose class is not the expected one;
   * uses all processors.
   *
   * @param expected the class of each image, unsigned
   */
  public int errors(byte[] pixels, byte[] expected) {
    if (pixels.length != (long) input.size() * expected.length) {
      throw new IllegalArgumentException(
          "expected "
              + expected.length
              + " images of "
              + input.size()
              + " pixels, found "
              + pixels.length
              + " bytes");
    }
    return (int)
        IntStream.range(0, expected.length)
            .parallel()
            .filter(i -> classify(pixels, i * input.size()) != (expected[i] & 0xFF))
            .count();
  }
}
