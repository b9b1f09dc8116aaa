/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.ratedistortion;

import java.util.List;

/**
 * What the layers make of some images, kept so that the change of one weight costs only what
 * depends on it.
 */
final class TrialBlock {
  private final List<TrialLayer> layers;
  private final float[][] input; // [feature][image]
  private final TrialTargets targets;
  private final float[][][] sums; // [layer][row * positions + position][image]; null: not kept
  private final float[][][] features; // [layer][row * outputs + output][image]
  private final double[] losses;

  /**
   * @param input {@code [feature][image]}
   */
  TrialBlock(List<TrialLayer> layers, float[][] input, TrialTargets targets) {
    this.layers = layers;
    this.input = input;
    this.targets = targets;
    sums = new float[layers.size()][][];
    features = new float[layers.size()][][];
    for (int i = 0; i < layers.size(); i++) {
      TrialLayer layer = layers.get(i);
      sums[i] = keepsSums(layers, i) ? new float[layer.rows() * layer.positions()][] : null;
      features[i] = new float[layer.rows() * layer.outputs()][];
      for (int row = 0; row < layer.rows(); row++) {
        float[][] own = layer.sums(input(i), row);
        keep(i, row, own, layer.features(own));
      }
    }
    losses = new double[targets.images()];
    float[][] logits = features[layers.size() - 1];
    for (int image = 0; image < losses.length; image++) {
      losses[image] = targets.loss(logits, image);
    }
  }

  /** Those of a convolution of the images are too many: they are computed again and again. */
  private static boolean keepsSums(List<TrialLayer> layers, int layer) {
    return layer > 0 || layers.get(layer).positions() == 1;
  }

  /** How many numbers are kept of an image, beside the image itself. */
  static long numbersOfImage(List<TrialLayer> layers) {
    long numbers = 0;
    for (int i = 0; i < layers.size(); i++) {
      TrialLayer layer = layers.get(i);
      numbers += (long) layer.rows() * layer.outputs();
      numbers += keepsSums(layers, i) ? (long) layer.rows() * layer.positions() : 0;
    }
    return numbers;
  }

  private float[][] input(int layer) {
    return layer == 0 ? input : features[layer - 1];
  }

  private void keep(int layer, int row, float[][] freshSums, float[][] fresh) {
    keepSums(layer, row, freshSums);
    System.arraycopy(fresh, 0, features[layer], row * fresh.length, fresh.length);
  }

  private void keepSums(int layer, int row, float[][] fresh) {
    if (sums[layer] != null) {
      System.arraycopy(fresh, 0, sums[layer], row * fresh.length, fresh.length);
    }
  }

  /** Sum of the losses, in nats. */
  double loss() {
    double sum = 0;
    for (double loss : losses) {
      sum += loss;
    }
    return sum;
  }

  /**
   * Says how a change changes the losses.
   *
   * @param keep whether it stays; the layer's weight itself is set by the caller, afterwards
   */
  LossChange change(int first, int index, float value, boolean keep) {
    TrialLayer changed = layers.get(first);
    float[][][] freshSums = new float[changed.rows()][][]; // null where the channel stays
    freshSums[changed.row(index)] = sums(first, changed.row(index));
    float step = value - changed.weight(index);
    changed.addProduct(step, index, input(first), 0, freshSums[changed.row(index)]);
    int last = layers.size() - 1;
    for (int i = first; i < last; i++) {
      freshSums = next(i, freshSums, keep);
    }
    float[][] logits = features[last].clone();
    float[] differences = new float[losses.length];
    for (int row = 0; row < freshSums.length; row++) {
      if (freshSums[row] != null) {
        float[][] fresh = layers.get(last).features(freshSums[row]);
        for (int i = 0; i < fresh.length; i++) {
          logits[row * fresh.length + i] = fresh[i];
          addDifferences(fresh[i], features[last][row * fresh.length + i], differences);
        }
        if (keep) {
          keepSums(last, row, freshSums[row]);
        }
      }
    }
    return judge(logits, differences, keep);
  }

  /** A copy of a channel's. */
  private float[][] sums(int i, int row) {
    TrialLayer layer = layers.get(i);
    return sums[i] == null
        ? layer.sums(input(i), row)
        : copy(sums[i], row * layer.positions(), layer.positions());
  }

  /** The sums of the layer behind that change, given those of a layer. */
  private float[][][] next(int i, float[][][] freshSums, boolean keep) {
    TrialLayer layer = layers.get(i);
    float[][][] nextSums = new float[layers.get(i + 1).rows()][][];
    for (int row = 0; row < freshSums.length; row++) {
      if (freshSums[row] != null) {
        float[][] fresh = layer.features(freshSums[row]);
        float[][] steps = steps(fresh, features[i], row * fresh.length);
        if (steps != null) {
          propagate(i + 1, row, steps, nextSums);
        }
        if (keep) {
          keep(i, row, freshSums[row], fresh);
        }
      }
    }
    return nextSums;
  }

  private void propagate(int i, int channel, float[][] steps, float[][][] freshSums) {
    TrialLayer layer = layers.get(i);
    for (int reader : layer.readers(channel)) {
      int row = layer.row(reader);
      if (freshSums[row] == null) {
        freshSums[row] = sums(i, row);
      }
      float weight = layer.weight(reader);
      layer.addProduct(weight, reader, steps, channel * steps.length, freshSums[row]);
    }
  }

  /** By how much features grow; null if they stay. */
  private static float[][] steps(float[][] fresh, float[][] old, int first) {
    boolean differ = false;
    float[][] steps = new float[fresh.length][];
    for (int i = 0; i < steps.length; i++) {
      steps[i] = difference(fresh[i], old[first + i]);
      for (int image = 0; image < steps[i].length && !differ; image++) {
        differ = steps[i][image] != 0;
      }
    }
    return differ ? steps : null;
  }

  private static float[] difference(float[] values, float[] others) {
    float[] difference = new float[values.length];
    for (int i = 0; i < difference.length; i++) {
      difference[i] = values[i] - others[i];
    }
    return difference;
  }

  private static float[][] copy(float[][] values, int first, int count) {
    float[][] copy = new float[count][];
    for (int i = 0; i < count; i++) {
      copy[i] = values[first + i].clone();
    }
    return copy;
  }

  private static void addDifferences(float[] values, float[] others, float[] differences) {
    for (int image = 0; image < differences.length; image++) {
      differences[image] += Math.abs(values[image] - others[image]);
    }
  }

  /**
   * @param differences of the logits to what they were, as the sum of an image's absolute values
   */
  private LossChange judge(float[][] logits, float[] differences, boolean keep) {
    double sum = 0;
    double squares = 0;
    for (int image = 0; image < losses.length; image++) {
      if (differences[image] != 0) {
        double now = targets.loss(logits, image);
        double change = now - losses[image];
        sum += change;
        squares += change * change;
        losses[image] = keep ? now : losses[image];
      }
    }
    if (keep) {
      features[layers.size() - 1] = logits;
    }
    return new LossChange(sum, squares);
  }
}
