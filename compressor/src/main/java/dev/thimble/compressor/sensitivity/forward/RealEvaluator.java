/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.sensitivity.forward;

import dev.thimble.compressor.network.Layer;
import dev.thimble.compressor.network.Network;
import dev.thimble.compressor.network.WeightedLayer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;

/**
 * Runs variants of a network in real numbers on fixed images. A variant has other weights in some
 * layers; what comes before the first of them is computed once and kept. Additions have a fixed
 * order, so results do not depend on the number of processors.
 */
public final class RealEvaluator {
  /** Images of a block: the features that a row of weights meets stay in the cache. */
  private static final int BLOCK = 128;

  /** Most values that are kept of what comes before layers. */
  private static final long MAX_KEPT = 100_000_000;

  private final Network network;
  private final Samples samples;
  private final List<BlockKernel> kernels = new ArrayList<>();
  private final List<float[]> original = new ArrayList<>(); // weights by layer, empty for pooling
  private final int[] weighted; // layer of each weighted layer
  private final float[][][][] inputs; // [layer][block][feature][image], null where not kept
  private final int largest;
  private final ConcurrentLinkedQueue<float[][][]> scratch = new ConcurrentLinkedQueue<>();
  private final Outcome outcome;

  public RealEvaluator(Network network, Samples samples) {
    this.network = network;
    this.samples = samples;
    List<Layer> layers = network.layers();
    this.weighted =
        IntStream.range(0, layers.size())
            .filter(i -> layers.get(i) instanceof WeightedLayer)
            .toArray();
    int features = network.input().size();
    for (Layer layer : layers) {
      kernels.add(BlockKernel.of(layer));
      original.add(
          layer instanceof WeightedLayer withWeights
              ? withWeights.weights().effective()
              : new float[0]);
      features = Math.max(features, layer.output().size());
    }
    this.largest = features;
    this.inputs = new float[layers.size()][][][];
    keepInputs();
    this.outcome = evaluate(original, last());
  }

  private void keepInputs() {
    int blocks = blocks();
    inputs[0] = new float[blocks][][];
    long kept = (long) samples.count() * network.input().size();
    for (int index : weighted) {
      kept += index == 0 ? 0 : (long) samples.count() * network.layers().get(index).input().size();
      if (index > 0 && kept <= MAX_KEPT) {
        inputs[index] = new float[blocks][][];
      }
    }
    IntStream.range(0, blocks)
        .parallel()
        .forEach(
            block -> {
              inputs[0][block] = images(block);
              run(block, original, 0, true);
            });
  }

  /** A block's images; where there are too few, the remaining ones are 0. */
  private float[][] images(int block) {
    float[][] values = new float[network.input().size()][BLOCK];
    for (int feature = 0; feature < values.length; feature++) {
      for (int image = 0; image < imagesOf(block); image++) {
        values[feature][image] = network.real(samples.pixel(block * BLOCK + image, feature));
      }
    }
    return values;
  }

  private int blocks() {
    return (samples.count() + BLOCK - 1) / BLOCK;
  }

  private int imagesOf(int block) {
    return Math.min(BLOCK, samples.count() - block * BLOCK);
  }

  public Network network() {
    return network;
  }

  public Samples samples() {
    return samples;
  }

  /** The network as it is. */
  public Outcome original() {
    return outcome;
  }

  /** A variant of the network. */
  public Outcome evaluate(Variant variant) {
    List<float[]> weights = new ArrayList<>(original);
    int first = last();
    for (int i = weighted.length - 1; i >= 0; i--) {
      float[] replaced = variant.weights(i);
      if (replaced != null) {
        requireSize(weighted[i], replaced);
        weights.set(weighted[i], replaced);
        first = weighted[i];
      }
    }
    return evaluate(weights, first);
  }

  private int last() {
    return kernels.size() - 1;
  }

  private void requireSize(int layer, float[] weights) {
    int expected = original.get(layer).length;
    if (weights.length != expected) {
      throw new IllegalArgumentException(
          "layer "
              + network.layers().get(layer).name()
              + ": expected "
              + expected
              + " weights, found "
              + weights.length);
    }
  }

  /** Everything before layer {@code first} is as it was. */
  private Outcome evaluate(List<float[]> weights, int first) {
    int from = first;
    while (inputs[from] == null) {
      from--;
    }
    int start = from;
    boolean[] wrong = new boolean[samples.count()];
    double[] losses = new double[samples.count()];
    IntStream.range(0, blocks())
        .parallel()
        .forEach(block -> judge(block, run(block, weights, start, false), wrong, losses));
    return Outcome.of(wrong, losses);
  }

  /** The last layer's outputs of a block, {@code [class][image]}. */
  private float[][] run(int block, List<float[]> weights, int from, boolean keep) {
    float[][][] buffers = scratch.poll();
    if (buffers == null) {
      buffers = new float[2][largest][BLOCK];
    }
    float[][] input = inputs[from][block];
    for (int layer = from; layer < kernels.size(); layer++) {
      if (keep && layer > 0 && inputs[layer] != null) {
        inputs[layer][block] = copy(input, network.layers().get(layer).input().size());
      }
      float[][] output = buffers[layer % 2];
      kernels.get(layer).apply(input, output, weights.get(layer));
      input = output;
    }
    float[][] logits = copy(input, network.classes());
    scratch.add(buffers);
    return logits;
  }

  private static float[][] copy(float[][] values, int features) {
    float[][] copy = new float[features][];
    Arrays.setAll(copy, feature -> values[feature].clone());
    return copy;
  }

  private void judge(int block, float[][] logits, boolean[] wrong, double[] losses) {
    double[] own = new double[network.classes()];
    for (int image = 0; image < imagesOf(block); image++) {
      for (int c = 0; c < own.length; c++) {
        own[c] = logits[c][image];
      }
      int sample = block * BLOCK + image;
      wrong[sample] = Logits.best(own) != samples.label(sample);
      losses[sample] = Logits.loss(own, samples.label(sample));
    }
  }
}
