/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.runtime.artifact;

/** A layer as the format has it. */
public sealed interface TestLayer {

  /** Writes the layer's part of section N, given its input's shape. */
  void write(ByteSink out, int[] input);

  /** Returns the output's shape. */
  int[] output(int[] input);

  record Dense(int[] bias, byte[] weights, Quant quant) implements TestLayer {
    @Override
    public void write(ByteSink out, int[] input) {
      out.varint(1).varint(bias.length);
      quant.write(out, bias.length);
    }

    @Override
    public int[] output(int[] input) {
      return new int[] {bias.length, 1, 1};
    }
  }

  record Conv(Geometry geometry, int groups, int[] bias, byte[] weights, Quant quant)
      implements TestLayer {
    @Override
    public void write(ByteSink out, int[] input) {
      out.varint(2).varint(bias.length);
      geometry.write(out, 1, 1, groups);
      quant.write(out, bias.length);
    }

    @Override
    public int[] output(int[] input) {
      return geometry.output(bias.length, input);
    }
  }

  record Pool(boolean max, Geometry geometry) implements TestLayer {
    @Override
    public void write(ByteSink out, int[] input) {
      out.varint(max ? 3 : 4);
      geometry.write(out, geometry.kernelHeight(), geometry.kernelWidth(), 1);
    }

    @Override
    public int[] output(int[] input) {
      return geometry.output(input[0], input);
    }
  }

  record GlobalPool() implements TestLayer {
    @Override
    public void write(ByteSink out, int[] input) {
      out.varint(5);
    }

    @Override
    public int[] output(int[] input) {
      return new int[] {input[0], 1, 1};
    }
  }

  record Add(int distance, boolean relu, int zero, int previous, int other, int shift)
      implements TestLayer {
    @Override
    public void write(ByteSink out, int[] input) {
      out.varint(6)
          .varint(distance)
          .varint(relu ? 1 : 0)
          .u8(zero)
          .varint(previous)
          .varint(other)
          .varint(shift);
    }

    @Override
    public int[] output(int[] input) {
      return input;
    }
  }

  /** How a kernel moves. */
  record Geometry(
      int kernelHeight,
      int kernelWidth,
      int strideHeight,
      int strideWidth,
      int padTop,
      int padLeft,
      int padBottom,
      int padRight,
      int dilationHeight,
      int dilationWidth) {

    public static Geometry kernel(int height, int width, int stride) {
      return new Geometry(height, width, stride, stride, 0, 0, 0, 0, 1, 1);
    }

    void write(ByteSink out, int defaultStrideHeight, int defaultStrideWidth, int groups) {
      boolean stride = strideHeight != defaultStrideHeight || strideWidth != defaultStrideWidth;
      boolean padding = (padTop | padLeft | padBottom | padRight) != 0;
      boolean dilation = dilationHeight != 1 || dilationWidth != 1;
      out.varints(kernelHeight, kernelWidth);
      out.varint((stride ? 1 : 0) | (padding ? 2 : 0) | (dilation ? 4 : 0) | (groups > 1 ? 8 : 0));
      if (stride) {
        out.varints(strideHeight, strideWidth);
      }
      if (padding) {
        out.varints(padTop, padLeft, padBottom, padRight);
      }
      if (dilation) {
        out.varints(dilationHeight, dilationWidth);
      }
      if (groups > 1) {
        out.varint(groups);
      }
    }

    int[] output(int channels, int[] input) {
      int height = input[1] + padTop + padBottom - (kernelHeight - 1) * dilationHeight - 1;
      int width = input[2] + padLeft + padRight - (kernelWidth - 1) * dilationWidth - 1;
      return new int[] {channels, height / strideHeight + 1, width / strideWidth + 1};
    }
  }
}
