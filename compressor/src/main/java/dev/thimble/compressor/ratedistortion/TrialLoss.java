/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.ratedistortion;

import dev.thimble.compressor.dl4j.Distillation;
import dev.thimble.compressor.network.FloatNetwork;
import dev.thimble.compressor.network.Layer;
import dev.thimble.compressor.network.Network;
import dev.thimble.compressor.network.PlanePooling;
import dev.thimble.compressor.network.PoolingLayer;
import dev.thimble.compressor.network.WeightedLayer;
import dev.thimble.models.data.ImageSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The mean loss of a network on images, and what it would be with one weight changed. Additions
 * have a fixed order, so results do not depend on the number of processors.
 */
final class TrialLoss {
  /** Images of a block: the features that a weight meets stay in the cache. */
  private static final int BLOCK = 256;

  /** Blocks that are looked at first, then four times as many, and so on. */
  private static final int FIRST_BLOCKS = 8;

  private static final int MORE = 4;

  /** Standard errors by which a change must look bad on them to be given up. */
  private static final double SURE = 3;

  /** Standard errors that are added to a growth: the best of many trials has also been lucky. */
  private static final double CAUTION = 1;

  private final List<TrialLayer> layers;
  private final List<PlanePooling> poolsBefore;
  private final TrialBlock[] blocks;
  private final int images;

  /**
   * @param teacher what distillation learns from
   */
  TrialLoss(Network network, Network teacher, ImageSet images, Distillation distillation) {
    FloatNetwork teaching = new FloatNetwork(teacher);
    poolsBefore = pools(network.layers(), 0);
    layers = layers(network);
    this.images = images.count();
    byte[] pixels = images.firstPixels(this.images);
    blocks =
        IntStream.range(0, (this.images + BLOCK - 1) / BLOCK)
            .parallel()
            .mapToObj(
                block ->
                    new TrialBlock(
                        layers,
                        features(network, pixels, block * BLOCK),
                        targets(teaching, images, pixels, block * BLOCK, distillation)))
            .toArray(TrialBlock[]::new);
  }

  private static List<TrialLayer> layers(Network network) {
    List<Layer> all = network.layers();
    List<TrialLayer> layers = new ArrayList<>();
    int channels = network.input().channels();
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i) instanceof WeightedLayer layer) {
        layers.add(new TrialLayer(layer, pools(all, i + 1), channels));
        channels = layer.rows();
      }
    }
    return layers;
  }

  /** Bytes of memory that so many images take. */
  static long memory(Network network, int images) {
    long numbers =
        network.input().size() + TrialBlock.numbersOfImage(layers(network)) + network.classes();
    return Float.BYTES * numbers * images;
  }

  private static List<PlanePooling> pools(List<Layer> layers, int from) {
    List<PlanePooling> pools = new ArrayList<>();
    for (int i = from; i < layers.size() && layers.get(i) instanceof PoolingLayer pool; i++) {
      pools.add(new PlanePooling(pool));
    }
    return pools;
  }

  /** Images of the block that begins at one. */
  private int count(int first) {
    return Math.min(BLOCK, images - first);
  }

  /** What comes into the first layer, for the block that begins at an image. */
  private float[][] features(Network network, byte[] pixels, int first) {
    int count = count(first);
    int size = network.input().size();
    float[][] input = new float[size][count];
    for (int image = 0; image < count; image++) {
      for (int i = 0; i < size; i++) {
        input[i][image] = network.real(pixels[(first + image) * size + i] & 0xFF);
      }
    }
    int plane = network.input().height() * network.input().width();
    List<float[]> features = new ArrayList<>();
    for (int from = 0; from < size; from += plane) {
      float[][] channel = Arrays.copyOfRange(input, from, from + plane);
      features.addAll(Arrays.asList(TrialLayer.pooled(poolsBefore, channel)));
    }
    return features.toArray(float[][]::new);
  }

  private TrialTargets targets(
      FloatNetwork teacher, ImageSet images, byte[] pixels, int first, Distillation distillation) {
    int count = count(first);
    int size = teacher.network().input().size();
    int[] labels = new int[count];
    float[][] logits = new float[teacher.network().classes()][count];
    for (int image = 0; image < count; image++) {
      labels[image] = images.label(first + image);
      if (distillation.share() > 0) {
        float[] own = teacher.logits(pixels, (first + image) * size);
        for (int i = 0; i < own.length; i++) {
          logits[i][image] = own[i];
        }
      }
    }
    return new TrialTargets(labels, logits, distillation);
  }

  /** The mean loss of the present network, in nats. */
  double loss() {
    double sum = 0;
    for (TrialBlock block : blocks) {
      sum += block.loss();
    }
    return sum / images;
  }

  /**
   * By how much the loss would grow if a weight had another value: the mean of the images and a
   * standard error, since images tell no more than that of others.
   *
   * @param limit a growth that is of no use: what is surely above it is not measured to the end
   */
  double growth(int layer, int index, float value, double limit) {
    LossChange change = LossChange.NONE;
    int from = 0;
    for (int to = FIRST_BLOCKS; to < blocks.length; to *= MORE) {
      change = change.plus(change(from, to, layer, index, value, false));
      double least = change.mean(to * BLOCK) - SURE * change.standardError(to * BLOCK);
      if (least > limit) {
        return least;
      }
      from = to;
    }
    change = change.plus(change(from, blocks.length, layer, index, value, false));
    return change.mean(images) + CAUTION * change.standardError(images);
  }

  /** Gives a weight another value; returns by how much the loss grows. */
  double change(int layer, int index, float value) {
    LossChange change = change(0, blocks.length, layer, index, value, true);
    layers.get(layer).setWeight(index, value);
    return change.mean(images);
  }

  private LossChange change(int from, int to, int layer, int index, float value, boolean keep) {
    LossChange[] changes =
        IntStream.range(from, to)
            .parallel()
            .mapToObj(block -> blocks[block].change(layer, index, value, keep))
            .toArray(LossChange[]::new);
    LossChange sum = LossChange.NONE;
    for (LossChange change : changes) {
      sum = sum.plus(change);
    }
    return sum;
  }
}
