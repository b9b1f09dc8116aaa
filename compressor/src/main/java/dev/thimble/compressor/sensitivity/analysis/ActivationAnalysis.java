/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.sensitivity.analysis;

import dev.thimble.compressor.network.FloatNetwork;
import dev.thimble.compressor.network.FloatVector;
import dev.thimble.compressor.network.Network;
import dev.thimble.compressor.quantize.IntegerNetwork;
import dev.thimble.compressor.sensitivity.Activations;
import dev.thimble.compressor.sensitivity.Activations.LayerActivations;
import dev.thimble.models.data.ImageSet;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The layers' outputs in real numbers and in integers, image by image. */
final class ActivationAnalysis {
  private static final int MAX_IMAGES = 500;

  /** Images whose sums are added before those of others, whatever the number of processors. */
  private static final int PART = 25;

  private final FloatNetwork real;
  private final IntegerNetwork integers;
  private final List<Grids.Grid> grids;
  private final byte[] pixels;
  private final int size;
  private final int images;

  ActivationAnalysis(Network network, IntegerNetwork integers, ImageSet images, int limit) {
    this.real = new FloatNetwork(network);
    this.integers = integers;
    this.grids = Grids.of(integers);
    this.images = Math.min(Math.min(MAX_IMAGES, limit), images.count());
    this.pixels = images.firstPixels(this.images);
    this.size = images.shape().size();
  }

  Activations run(Progress progress) throws InterruptedException {
    List<double[]> ranges = ranges();
    progress.step(1, 2);
    List<List<OutputStatistics>> parts =
        IntStream.range(0, parts()).parallel().mapToObj(part -> part(part, ranges)).toList();
    List<OutputStatistics> sums = parts.get(0);
    for (List<OutputStatistics> part : parts.subList(1, parts.size())) {
      for (int layer = 0; layer < sums.size(); layer++) {
        sums.get(layer).add(part.get(layer));
      }
    }
    List<LayerActivations> layers = new ArrayList<>();
    for (int layer = 0; layer < sums.size(); layer++) {
      layers.add(sums.get(layer).toLayer(integers.layers().get(layer).name()));
    }
    progress.step(2, 2);
    return new Activations(images, layers);
  }

  private int parts() {
    return (images + PART - 1) / PART;
  }

  private int end(int part) {
    return Math.min(images, (part + 1) * PART);
  }

  private List<OutputStatistics> part(int part, List<double[]> ranges) {
    List<OutputStatistics> own = new ArrayList<>();
    for (int layer = 0; layer < grids.size(); layer++) {
      double[] range = ranges.get(layer);
      own.add(new OutputStatistics(range[0], range[1], grids.get(layer)));
    }
    for (int image = part * PART; image < end(part); image++) {
      List<FloatVector> reals = real.outputs(pixels, image * size);
      List<int[]> levels = integers.outputs(pixels, image * size);
      for (int layer = 0; layer < own.size(); layer++) {
        own.get(layer).add(reals.get(layer), levels.get(layer));
      }
    }
    return own;
  }

  /** Smallest and largest output of each layer. */
  private List<double[]> ranges() {
    return IntStream.range(0, parts())
        .parallel()
        .mapToObj(this::ranges)
        .reduce(ActivationAnalysis::union)
        .orElseThrow();
  }

  private List<double[]> ranges(int part) {
    List<double[]> ranges = new ArrayList<>();
    grids.forEach(
        grid -> ranges.add(new double[] {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}));
    for (int image = part * PART; image < end(part); image++) {
      List<FloatVector> reals = real.outputs(pixels, image * size);
      for (int layer = 0; layer < ranges.size(); layer++) {
        double[] range = ranges.get(layer);
        for (int i = 0; i < reals.get(layer).length(); i++) {
          range[0] = Math.min(range[0], reals.get(layer).get(i));
          range[1] = Math.max(range[1], reals.get(layer).get(i));
        }
      }
    }
    return ranges;
  }

  private static List<double[]> union(List<double[]> a, List<double[]> b) {
    List<double[]> union = new ArrayList<>();
    for (int layer = 0; layer < a.size(); layer++) {
      union.add(
          new double[] {
            Math.min(a.get(layer)[0], b.get(layer)[0]), Math.max(a.get(layer)[1], b.get(layer)[1])
          });
    }
    return union;
  }
}
