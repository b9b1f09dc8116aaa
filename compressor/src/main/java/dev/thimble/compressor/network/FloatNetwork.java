/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.network;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The real-valued forward pass of a {@link Network} in plain {@code float} loops: what calibration
 * observes, and an oracle for everything that approximates it. Immutable and thread-safe; the order
 * of additions is fixed, so results are the same everywhere.
 */
public final class FloatNetwork {
  private final Network network;
  private final List<FloatKernel> kernels = new ArrayList<>();

  public FloatNetwork(Network network) {
    this.network = network;
    for (Layer layer : network.layers()) {
      kernels.add(FloatKernel.of(layer));
    }
  }

  public Network network() {
    return network;
  }

  /** The last layer's outputs for one image of {@code input.size()} unsigned bytes. */
  public float[] logits(byte[] pixels) {
    return logits(pixels, 0);
  }

  /** The last layer's outputs for the image that begins at {@code offset}. */
  public float[] logits(byte[] pixels, int offset) {
    float[] values = input(pixels, offset);
    for (FloatKernel kernel : kernels) {
      values = kernel.apply(values);
    }
    return values;
  }

  /** Every layer's outputs, after its activation, for the image that begins at {@code offset}. */
  public List<FloatVector> outputs(byte[] pixels, int offset) {
    List<FloatVector> outputs = new ArrayList<>(kernels.size());
    float[] values = input(pixels, offset);
    for (FloatKernel kernel : kernels) {
      values = kernel.apply(values);
      outputs.add(FloatVector.of(values));
    }
    return outputs;
  }

  /** The class of the largest output, the first one among equals. */
  public int classify(byte[] pixels, int offset) {
    float[] logits = logits(pixels, offset);
    int best = 0;
    for (int i = 1; i < logits.length; i++) {
      if (logits[i] > logits[best]) {
        best = i;
      }
    }
    return best;
  }

  /**
   * Number of images, one after the other in {@code pixels}, whose class is not the expected one;
   * uses all processors.
   *
   * @param labels the expected class of each image, unsigned
   */
  public int errors(byte[] pixels, byte[] labels) {
    int size = network.input().size();
    if (pixels.length != (long) size * labels.length) {
      throw new IllegalArgumentException(
          "expected " + labels.length + " images of " + size + " pixels, found " + pixels.length);
    }
    return (int)
        IntStream.range(0, labels.length)
            .parallel()
            .filter(i -> classify(pixels, i * size) != (labels[i] & 0xFF))
            .count();
  }

  private float[] input(byte[] pixels, int offset) {
    int size = network.input().size();
    if (offset < 0 || offset > pixels.length - size) {
      throw new IllegalArgumentException(
          "expected " + size + " pixels from " + offset + " on, found " + pixels.length);
    }
    float[] values = new float[size];
    for (int i = 0; i < size; i++) {
      values[i] = network.real(pixels[offset + i] & 0xFF);
    }
    return values;
  }
}
