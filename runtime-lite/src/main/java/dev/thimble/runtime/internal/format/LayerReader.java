/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.runtime.internal.format;

import dev.thimble.runtime.Limits;
import dev.thimble.runtime.ModelException;
import dev.thimble.runtime.internal.network.AdditionLayer;
import dev.thimble.runtime.internal.network.Layer;
import dev.thimble.runtime.internal.network.PoolingLayer;
import dev.thimble.runtime.internal.network.Requantizer;
import dev.thimble.runtime.internal.network.Shape;
import dev.thimble.runtime.internal.network.WeightedLayer;
import dev.thimble.runtime.internal.network.Window;

/**
 * Reads the layers of section N one after the other and checks that each fits the tensors before
 * it.
 */
final class LayerReader {

  private final ByteReader in;
  private final MemoryBudget budget;
  private final long maxCells;
  private final Layer[] layers;
  private final Shape image;
  private final int imageZero;
  private int index;

  LayerReader(
      ByteReader in, Limits limits, MemoryBudget budget, Shape image, int imageZero, int count) {
    this.in = in;
    this.budget = budget;
    this.maxCells = maxCells(limits);
    this.image = image;
    this.imageZero = imageZero;
    this.layers = new Layer[count];
  }

  /** Returns the most cells that a tensor may have: sessions hold an int each. */
  private static long maxCells(Limits limits) {
    return Math.min(limits.memoryBytes() / 4, Integer.MAX_VALUE - 8);
  }

  /** Returns the shape, if its tensor can be within the limits. */
  static Shape shape(Limits limits, long channels, long height, long width) throws ModelException {
    return shape(maxCells(limits), channels, height, width);
  }

  private static Shape shape(long limit, long channels, long height, long width)
      throws ModelException {
    long cells = 1;
    for (long extent : new long[] {channels, height, width}) {
      if (extent > limit / cells) {
        throw Fault.limit("cells of a tensor", limit, saturatedProduct(channels, height, width));
      }
      cells *= extent;
    }
    return new Shape((int) channels, (int) height, (int) width);
  }

  private static long saturatedProduct(long... factors) {
    long product = 1;
    for (long factor : factors) {
      product = factor > Long.MAX_VALUE / product ? Long.MAX_VALUE : product * factor;
    }
    return product;
  }

  Layer[] read() throws ModelException {
    for (; index < layers.length; index++) {
      in.context("layer " + (index + 1) + " ");
      layers[index] = layer();
    }
    in.context("");
    return layers;
  }

  private Layer layer() throws ModelException {
    int start = in.position();
    int op = in.varint("operation");
    switch (op) {
      case Format.OP_DENSE:
        return dense();
      case Format.OP_CONV2D:
        return convolution();
      case Format.OP_MAX_POOL:
        return pooling("max pool", true);
      case Format.OP_AVERAGE_POOL:
        return pooling("average pool", false);
      case Format.OP_GLOBAL_AVERAGE_POOL:
        return globalPooling();
      case Format.OP_ADD:
        return addition();
      default:
        throw in.unsupported(start, "operation", "1 to " + Format.OP_ADD, op);
    }
  }

  private Shape input() {
    return tensor(index);
  }

  private Shape tensor(int number) {
    return number == 0 ? image : layers[number - 1].output;
  }

  private int zero(int number) {
    return number == 0 ? imageZero : layers[number - 1].outputZero;
  }

  private Layer dense() throws ModelException {
    int start = in.position();
    int units = in.varint("units", 1, Integer.MAX_VALUE);
    checkWeights(start, units, input().size());
    Shape output = shape(maxCells, units, 1, 1);
    return WeightedLayer.dense(input(), output, zero(index), requantizer(units));
  }

  private Layer convolution() throws ModelException {
    int start = in.position();
    Shape input = input();
    int filters = in.varint("filters", 1, Integer.MAX_VALUE);
    WindowReader window = WindowReader.convolution(in);
    int groups = window.groups;
    if (input.channels % groups != 0 || filters % groups != 0) {
      throw in.corrupt(
          start,
          "groups",
          "a divisor of " + input.channels + " channels and " + filters + " filters",
          groups);
    }
    checkWeights(
        start, filters, input.channels / groups, window.vertical.kernel, window.horizontal.kernel);
    Window vertical = window.vertical;
    Window horizontal = window.horizontal;
    long paddedHeight = (long) input.height + vertical.padBefore + vertical.padAfter;
    long paddedWidth = (long) input.width + horizontal.padBefore + horizontal.padAfter;
    shape(maxCells, input.channels, paddedHeight, paddedWidth); // kernels may need it
    Shape output = output(start, filters, vertical, horizontal);
    return WeightedLayer.convolution(
        input, output, vertical, horizontal, groups, zero(index), requantizer(filters));
  }

  /** A layer's matrix is indexed by an int. */
  private void checkWeights(int start, long... extents) throws ModelException {
    long weights = saturatedProduct(extents);
    if (weights > Integer.MAX_VALUE) {
      throw in.corrupt(start, "weights", "at most 2^31 - 1", weights);
    }
  }

  private Requantizer requantizer(int channels) throws ModelException {
    return index == layers.length - 1
        ? RequantizerReader.scores(in, channels, budget)
        : RequantizerReader.hidden(in, channels, budget);
  }

  private Layer pooling(String kind, boolean maximum) throws ModelException {
    int start = in.position();
    WindowReader window = WindowReader.pooling(in);
    Shape output = output(start, input().channels, window.vertical, window.horizontal);
    return new PoolingLayer(
        kind, maximum, input(), output, window.vertical, window.horizontal, zero(index));
  }

  private Layer globalPooling() {
    Shape input = input();
    return new PoolingLayer(
        "global average pool",
        false,
        input,
        new Shape(input.channels, 1, 1),
        Window.whole(input.height),
        Window.whole(input.width),
        zero(index));
  }

  /**
   * The output's shape. Padding is less than the kernel, so every window covers at least one cell
   * of the input.
   */
  private Shape output(int start, int channels, Window vertical, Window horizontal)
      throws ModelException {
    long height = vertical.outputs(input().height);
    long width = horizontal.outputs(input().width);
    if (height < 1 || width < 1) {
      throw in.corrupt(
          start,
          "window",
          "at most the padded input of " + input(),
          "a kernel over " + vertical.extent() + "x" + horizontal.extent() + " cells");
    }
    return shape(maxCells, channels, height, width);
  }

  private Layer addition() throws ModelException {
    int start = in.position();
    int distance = in.varint("distance", 1, Math.max(1, index));
    int other = index - distance;
    if (other < 0 || !tensor(other).sameAs(input())) {
      throw in.corrupt(
          start, "distance", "an earlier tensor of " + input(), other < 0 ? "none" : tensor(other));
    }
    int flags = in.varint("flags", 0, Format.ADD_RELU);
    int outputZero = in.u8("zero point");
    int previousMultiplier = in.varint("multiplier of the previous", 1, Format.MAX_ADD_MULTIPLIER);
    int otherMultiplier = in.varint("multiplier of the other", 1, Format.MAX_ADD_MULTIPLIER);
    int shift = in.varint("shift", 0, Format.MAX_SHIFT);
    return new AdditionLayer(
        input(),
        other,
        zero(index),
        zero(other),
        outputZero,
        previousMultiplier,
        otherMultiplier,
        shift,
        (flags & Format.ADD_RELU) != 0);
  }
}
