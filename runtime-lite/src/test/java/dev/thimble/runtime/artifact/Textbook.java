/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.runtime.artifact;

import java.util.ArrayList;
import java.util.List;

/**
 * Computes a network by the text of quantization.md: nested loops over all weights, 64-bit sums.
 */
public final class Textbook {

  private Textbook() {}

  public static int[] scores(TestNetwork network, byte[] image) {
    List<int[]> tensors = new ArrayList<>();
    List<Integer> zeros = new ArrayList<>();
    int[] pixels = new int[image.length];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = Byte.toUnsignedInt(image[i]);
    }
    tensors.add(pixels);
    zeros.add(network.inputZero());
    List<int[]> shapes = network.shapes();
    int[] last = pixels;
    for (int i = 0; i < network.layers().size(); i++) {
      TestLayer layer = network.layers().get(i);
      int[] in = shapes.get(i);
      int[] out = shapes.get(i + 1);
      int zero = zeros.get(i);
      if (layer instanceof TestLayer.Dense dense) {
        last = dense(dense, last);
        zero = dense.quant().zero();
      } else if (layer instanceof TestLayer.Conv conv) {
        last = convolution(conv, last, in, out, zero);
        zero = conv.quant().zero();
      } else if (layer instanceof TestLayer.Pool pool) {
        last = pool(pool.max(), pool.geometry(), last, in, out);
      } else if (layer instanceof TestLayer.GlobalPool) {
        last = pool(false, TestLayer.Geometry.kernel(in[1], in[2], 1), last, in, out);
      } else if (layer instanceof TestLayer.Add add) {
        last = add(add, last, tensors.get(i - add.distance()), zero, zeros.get(i - add.distance()));
        zero = add.zero();
      }
      tensors.add(last);
      zeros.add(zero);
    }
    TestLayer end = network.layers().get(network.layers().size() - 1);
    if (!(end instanceof TestLayer.Dense) && !(end instanceof TestLayer.Conv)) {
      last = last.clone();
      for (int i = 0; i < last.length; i++) {
        last[i] -= zeros.get(zeros.size() - 1);
      }
    }
    return last;
  }

  private static int[] dense(TestLayer.Dense layer, int[] x) {
    int[] y = new int[layer.bias().length];
    for (int o = 0; o < y.length; o++) {
      long sum = layer.bias()[o];
      for (int i = 0; i < x.length; i++) {
        sum += layer.weights()[o * x.length + i] * x[i];
      }
      y[o] = layer.quant().apply(o, sum);
    }
    return y;
  }

  private static int[] convolution(TestLayer.Conv layer, int[] x, int[] in, int[] out, int zero) {
    TestLayer.Geometry g = layer.geometry();
    int[] y = new int[out[0] * out[1] * out[2]];
    int groupChannels = in[0] / layer.groups();
    int at = 0;
    for (int o = 0; o < out[0]; o++) {
      int group = o / (out[0] / layer.groups());
      for (int oy = 0; oy < out[1]; oy++) {
        for (int ox = 0; ox < out[2]; ox++) {
          long sum = layer.bias()[o];
          int w = o * groupChannels * g.kernelHeight() * g.kernelWidth();
          for (int c = 0; c < groupChannels; c++) {
            for (int ky = 0; ky < g.kernelHeight(); ky++) {
              for (int kx = 0; kx < g.kernelWidth(); kx++) {
                int iy = oy * g.strideHeight() - g.padTop() + ky * g.dilationHeight();
                int ix = ox * g.strideWidth() - g.padLeft() + kx * g.dilationWidth();
                boolean padding = iy < 0 || iy >= in[1] || ix < 0 || ix >= in[2];
                int value =
                    padding ? zero : x[((group * groupChannels + c) * in[1] + iy) * in[2] + ix];
                sum += layer.weights()[w++] * value;
              }
            }
          }
          y[at++] = layer.quant().apply(o, sum);
        }
      }
    }
    return y;
  }

  private static int[] pool(boolean max, TestLayer.Geometry g, int[] x, int[] in, int[] out) {
    int[] y = new int[out[0] * out[1] * out[2]];
    int at = 0;
    for (int c = 0; c < out[0]; c++) {
      for (int oy = 0; oy < out[1]; oy++) {
        for (int ox = 0; ox < out[2]; ox++) {
          List<Integer> cells = new ArrayList<>();
          for (int ky = 0; ky < g.kernelHeight(); ky++) {
            for (int kx = 0; kx < g.kernelWidth(); kx++) {
              int iy = oy * g.strideHeight() - g.padTop() + ky;
              int ix = ox * g.strideWidth() - g.padLeft() + kx;
              if (iy >= 0 && iy < in[1] && ix >= 0 && ix < in[2]) {
                cells.add(x[(c * in[1] + iy) * in[2] + ix]);
              }
            }
          }
          int sum = cells.stream().mapToInt(Integer::intValue).sum();
          int largest = cells.stream().mapToInt(Integer::intValue).max().orElseThrow();
          y[at++] = max ? largest : (2 * sum + cells.size()) / (2 * cells.size());
        }
      }
    }
    return y;
  }

  private static int[] add(TestLayer.Add layer, int[] a, int[] b, int zeroA, int zeroB) {
    int[] y = new int[a.length];
    for (int i = 0; i < y.length; i++) {
      long sum = (long) (a[i] - zeroA) * layer.previous() + (long) (b[i] - zeroB) * layer.other();
      if (layer.shift() > 0) {
        sum = Math.floorDiv(sum + (1L << layer.shift() - 1), 1L << layer.shift());
      }
      y[i] = (int) Math.max(layer.relu() ? layer.zero() : 0, Math.min(255, layer.zero() + sum));
    }
    return y;
  }
}
