/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.runtime.artifact;

import dev.thimble.runtime.artifact.TestLayer.Geometry;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Random small networks with odd shapes, every layer kind and option, extreme fills, and useful
 * ranges of activations.
 */
public final class RandomNetworks {

  private final Random random;
  private final List<TestLayer> layers = new ArrayList<>();
  private final List<int[]> shapes = new ArrayList<>();

  private RandomNetworks(Random random) {
    this.random = random;
  }

  public static TestNetwork next(Random random) {
    return new RandomNetworks(random).network();
  }

  /** An image: random, mostly zero, or all 0 or 255. */
  public static byte[] image(Random random, int size) {
    byte[] image = new byte[size];
    int kind = random.nextInt(8);
    for (int i = 0; i < size; i++) {
      image[i] =
          (byte)
              (kind == 0 ? 255 : kind == 1 || random.nextInt(8) > kind ? 0 : random.nextInt(256));
    }
    return image;
  }

  private TestNetwork network() {
    int[] input = {1 + random.nextInt(4), 1 + random.nextInt(12), 1 + random.nextInt(12)};
    int inputZero = random.nextBoolean() ? 0 : random.nextInt(256);
    shapes.add(input);
    int count = 1 + random.nextInt(5);
    for (int i = 0; i < count; i++) {
      TestLayer layer = layer(i == count - 1);
      layers.add(layer);
      shapes.add(layer.output(shapes.get(i)));
    }
    return new TestNetwork(input, inputZero, layers);
  }

  private TestLayer layer(boolean last) {
    int index = layers.size();
    int[] in = shapes.get(index);
    int kind = random.nextInt(last ? 4 : 8);
    if (last && kind == 3) {
      return convolution(in, true);
    }
    switch (kind) {
      case 0:
        return random.nextInt(4) == 0 ? new TestLayer.GlobalPool() : pool(in);
      case 1, 2, 3:
        return dense(in, last);
      case 4:
        int distance = 1 + random.nextInt(Math.max(1, index));
        if (distance <= index && java.util.Arrays.equals(shapes.get(index - distance), in)) {
          return new TestLayer.Add(
              distance,
              random.nextBoolean(),
              random.nextInt(256),
              1 + random.nextInt(1 << 14),
              1 + random.nextInt(1 << 14),
              13 + random.nextInt(3));
        }
        return convolution(in, false);
      default:
        return convolution(in, false);
    }
  }

  private TestLayer dense(int[] in, boolean last) {
    int columns = in[0] * in[1] * in[2];
    int units = 1 + random.nextInt(random.nextInt(4) == 0 ? 70 : 9);
    byte[] weights = weights(units, columns);
    int[] bias = bias(units);
    return new TestLayer.Dense(bias, weights, quant(bias, weights, last));
  }

  private TestLayer convolution(int[] in, boolean last) {
    Geometry geometry = geometry(in, true);
    int groups = random.nextInt(3) == 0 ? in[0] : 1;
    int filters = groups * (1 + random.nextInt(groups > 1 ? 2 : 7));
    byte[] weights =
        weights(filters, in[0] / groups * geometry.kernelHeight() * geometry.kernelWidth());
    int[] bias = bias(filters);
    return new TestLayer.Conv(geometry, groups, bias, weights, quant(bias, weights, last));
  }

  private TestLayer pool(int[] in) {
    Geometry geometry = geometry(in, false);
    return new TestLayer.Pool(random.nextInt(3) > 0, geometry);
  }

  private Geometry geometry(int[] in, boolean dilated) {
    boolean plain = random.nextInt(3) == 0;
    int kh = 1 + random.nextInt(Math.min(in[1], 5));
    int kw = 1 + random.nextInt(Math.min(in[2], 5));
    int dh = plain || !dilated || kh == 1 ? 1 : 1 + random.nextInt((in[1] - 1) / (kh - 1));
    int dw = plain || !dilated || kw == 1 ? 1 : 1 + random.nextInt((in[2] - 1) / (kw - 1));
    int eh = (kh - 1) * dh + 1;
    int ew = (kw - 1) * dw + 1;
    return plain
        ? Geometry.kernel(kh, kw, 1)
        : new Geometry(
            kh,
            kw,
            1 + random.nextInt(3),
            1 + random.nextInt(3),
            random.nextInt(eh),
            random.nextInt(ew),
            random.nextInt(eh),
            random.nextInt(ew),
            dh,
            dw);
  }

  private byte[] weights(int rows, int columns) {
    byte[] weights = new byte[rows * columns];
    int kind = random.nextInt(8);
    for (int i = 0; i < weights.length; i++) {
      weights[i] =
          (byte)
              switch (kind) {
                case 0 -> 127;
                case 1 -> -127;
                case 2 -> i % 2 == 0 ? 127 : -127;
                case 3 -> 0;
                case 4 -> random.nextInt(10) == 0 ? random.nextInt(7) - 3 : 0;
                case 5 -> random.nextInt(3) == 0 ? 5 : 0;
                default -> random.nextInt(255) - 127;
              };
    }
    return weights;
  }

  private int[] bias(int rows) {
    int[] bias = new int[rows];
    int scale = 1 << random.nextInt(16);
    int unit = 1 << random.nextInt(8);
    for (int i = 0; i < rows; i++) {
      bias[i] = random.nextInt(5) == 0 ? 0 : (random.nextInt(2 * scale + 1) - scale) * unit;
    }
    return bias;
  }

  /** A requantization that uses a good part of 0 to 255. */
  private Quant quant(int[] bias, byte[] weights, boolean last) {
    int rows = bias.length;
    long typical = 1;
    for (byte weight : weights) {
      typical += 20L * Math.abs(weight);
    }
    typical = Math.max(1, typical / rows);
    int shift = Math.min(62, 6 + 64 - Long.numberOfLeadingZeros(typical) + random.nextInt(3));
    if (last && random.nextBoolean()) {
      return Quant.plainScores();
    }
    int[] multipliers = multipliers(last || random.nextBoolean() ? rows : 1);
    if (last) {
      return Quant.scores(shift, multipliers);
    }
    int zero = random.nextBoolean() ? 0 : random.nextInt(256);
    int activation = zero == 255 ? 1 : random.nextInt(4);
    int upper = activation == 2 ? zero + 1 + random.nextInt(255 - zero) : 255;
    int[] negatives = activation == 3 ? multipliers(multipliers.length) : null;
    return new Quant(activation, zero, upper, shift, multipliers, negatives);
  }

  private int[] multipliers(int count) {
    int[] multipliers = new int[count];
    for (int i = 0; i < count; i++) {
      multipliers[i] = 1 + (1 << 12) + random.nextInt(1 << 13);
    }
    return multipliers;
  }
}
