/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.cluster;

import dev.thimble.compressor.network.ClusteredWeights;
import dev.thimble.compressor.network.IntegerWeights;
import dev.thimble.compressor.network.Scales;
import dev.thimble.compressor.network.WeightedLayer;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/**
 * The shared values of one layer while they are fitted: real centroids in units of a level, of
 * which the layer computes with the nearest integers. In a layer with pruned weights no centroid
 * rounds to 0.
 */
final class Codebook {

  private static final int MAX_LEVEL = 127;

  private final int rows;
  private final int columns;
  private final Scales scales;
  private final boolean[] kept;
  private final boolean pruned;
  private final double[] centroids;
  private final short[] assignments;

  private Codebook(IntegerWeights weights, double[] centroids) {
    rows = weights.rows();
    columns = weights.columns();
    scales = weights.scales();
    kept = new boolean[weights.size()];
    for (int i = 0; i < kept.length; i++) {
      kept[i] = weights.isKept(i);
    }
    pruned = weights.pruned();
    this.centroids = centroids;
    assignments = new short[weights.size()];
  }

  /**
   * K-means over the levels of a layer's kept weights.
   *
   * @throws IllegalArgumentException if there are fewer distinct levels than values asked for;
   *     names the layer
   */
  static Codebook fit(WeightedLayer layer, int size) {
    IntegerWeights weights = (IntegerWeights) layer.requireKind("cluster", "quantized");
    int[] histogram = new int[2 * MAX_LEVEL + 1];
    for (int i = 0; i < weights.size(); i++) {
      if (weights.isKept(i)) {
        histogram[weights.level(i) + MAX_LEVEL]++;
      }
    }
    int[] values = new int[histogram.length];
    int[] counts = new int[histogram.length];
    int distinct = 0;
    for (int level = 0; level < histogram.length; level++) {
      if (histogram[level] > 0) {
        values[distinct] = level - MAX_LEVEL;
        counts[distinct++] = histogram[level];
      }
    }
    if (size > distinct) {
      throw new IllegalArgumentException(
          "layer "
              + layer.name()
              + ": a codebook of "
              + size
              + " values was asked for, but its weights have only "
              + distinct
              + " distinct levels");
    }
    Codebook codebook =
        new Codebook(
            weights,
            KMeans.centroids(
                Arrays.copyOf(values, distinct), Arrays.copyOf(counts, distinct), size));
    for (int i = 0; i < codebook.assignments.length; i++) {
      codebook.assignments[i] = (short) codebook.nearest(weights.level(i));
    }
    return codebook;
  }

  /** Number of shared values. */
  int size() {
    return centroids.length;
  }

  /** Appends the centroids and each weight's cluster, as an unsigned byte. */
  void save(List<Double> reals, ByteBuffer marks) {
    for (double centroid : centroids) {
      reals.add(centroid);
    }
    for (short assignment : assignments) {
      marks.put((byte) assignment);
    }
  }

  /**
   * Takes what {@link #save} of a codebook of the same layer and size appended.
   *
   * @throws IllegalArgumentException if it is of another one
   */
  void restore(Iterator<Double> reals, ByteBuffer marks) {
    for (int k = 0; k < centroids.length; k++) {
      centroids[k] = reals.next();
      if (Math.abs(centroids[k]) > MAX_LEVEL) {
        throw new IllegalArgumentException(
            "a centroid must lie in -127 ... 127, found " + centroids[k]);
      }
    }
    for (int i = 0; i < assignments.length; i++) {
      assignments[i] = (short) Byte.toUnsignedInt(marks.get());
      if (assignments[i] >= centroids.length) {
        throw new IllegalArgumentException(
            "a weight must belong to one of "
                + centroids.length
                + " clusters, found cluster "
                + assignments[i]);
      }
    }
  }

  /**
   * Assigns every kept weight to its nearest centroid, then moves each centroid to the mean of its
   * members (Lloyd).
   */
  void refit(float[] parameters, int offset) {
    assign(parameters, offset);
    moveToMeans(parameters, offset);
    Arrays.sort(centroids); // one that lost its members may have been overtaken
    assign(parameters, offset);
  }

  private void assign(float[] parameters, int offset) {
    for (int i = 0; i < kept.length; i++) {
      if (kept[i]) {
        assignments[i] = (short) nearest(level(parameters, offset, i));
      }
    }
  }

  /** Moves each centroid to the mean of its members. */
  void moveToMeans(float[] parameters, int offset) {
    double[] sums = new double[centroids.length];
    int[] members = new int[centroids.length];
    for (int i = 0; i < kept.length; i++) {
      if (kept[i]) {
        sums[assignments[i]] += level(parameters, offset, i);
        members[assignments[i]]++;
      }
    }
    for (int k = 0; k < centroids.length; k++) {
      if (members[k] > 0) {
        centroids[k] = Math.max(-MAX_LEVEL, Math.min(MAX_LEVEL, sums[k] / members[k]));
      }
    }
  }

  private double level(float[] parameters, int offset, int index) {
    return parameters[offset + index] / scales.get(index / columns);
  }

  private int nearest(double level) {
    int low = 0;
    int high = centroids.length - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (level > (centroids[middle] + centroids[middle + 1]) / 2) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Replaces each weight by its cluster's integer level times the scale, in place. */
  void share(float[] parameters, int offset, boolean reassign) {
    for (int i = 0; i < kept.length; i++) {
      int cluster =
          !kept[i] ? -1 : reassign ? nearest(level(parameters, offset, i)) : assignments[i];
      parameters[offset + i] =
          cluster < 0 ? 0f : (float) (scales.get(i / columns) * rounded(cluster));
    }
  }

  /**
   * Replaces each weight's gradient by the sum over its cluster, that of a pruned weight by 0 (Han
   * et al., 2016).
   */
  void sumGradient(float[] gradient, int offset) {
    double[] sums = new double[centroids.length];
    for (int i = 0; i < kept.length; i++) {
      if (kept[i]) {
        sums[assignments[i]] += gradient[offset + i];
      }
    }
    for (int i = 0; i < kept.length; i++) {
      gradient[offset + i] = kept[i] ? (float) sums[assignments[i]] : 0f;
    }
  }

  /** Stops the gradient of pruned weights. */
  void maskGradient(float[] gradient, int offset) {
    for (int i = 0; i < kept.length; i++) {
      if (!kept[i]) {
        gradient[offset + i] = 0f;
      }
    }
  }

  private int rounded(int cluster) {
    int level = (int) Math.rint(centroids[cluster]);
    return level == 0 && pruned ? (centroids[cluster] < 0 ? -1 : 1) : level;
  }

  /** The weights with shared levels; centroids that round to the same level become one. */
  ClusteredWeights toWeights() {
    int[] levels = new int[centroids.length];
    for (int k = 0; k < levels.length; k++) {
      levels[k] = rounded(k);
    }
    boolean[] used = new boolean[2 * MAX_LEVEL + 1];
    for (int i = 0; i < kept.length; i++) {
      if (kept[i]) {
        used[levels[assignments[i]] + MAX_LEVEL] = true;
      }
    }
    int[] indexOf = new int[used.length];
    byte[] values = new byte[used.length];
    int count = 0;
    for (int level = 0; level < used.length; level++) {
      if (used[level]) {
        indexOf[level] = count;
        values[count++] = (byte) (level - MAX_LEVEL);
      }
    }
    int[] indices = new int[kept.length];
    for (int i = 0; i < indices.length; i++) {
      indices[i] = kept[i] ? indexOf[levels[assignments[i]] + MAX_LEVEL] : ClusteredWeights.PRUNED;
    }
    return ClusteredWeights.of(rows, columns, Arrays.copyOf(values, count), indices, scales);
  }
}
