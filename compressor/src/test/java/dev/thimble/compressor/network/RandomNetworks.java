/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.network;

import dev.thimble.models.data.ImageSet;
import dev.thimble.models.data.ImageShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Small networks of odd shapes with random weights, and random images for them. */
public final class RandomNetworks {
  private RandomNetworks() {}

  /** 784-300-100-10 with the weights kept at {@code density}. */
  public static Network lenet300(long seed, double density) {
    Random random = new Random(seed);
    Shape image = new Shape(1, 28, 28);
    List<Layer> layers = new ArrayList<>();
    layers.add(dense(random, "fc1", image, 300, Activation.RELU, density));
    layers.add(dense(random, "fc2", Shape.vector(300), 100, Activation.RELU, density));
    layers.add(dense(random, "fc3", Shape.vector(100), 10, Activation.IDENTITY, density));
    return network(image, 0, layers);
  }

  /** The Caffe LeNet-5. */
  public static Network lenet5(long seed, double density) {
    Random random = new Random(seed);
    Shape image = new Shape(1, 28, 28);
    Window five = Window.square(5, 1);
    Window two = Window.square(2, 2);
    List<Layer> layers = new ArrayList<>();
    layers.add(convolution(random, "conv1", image, five, 20, Activation.IDENTITY, density));
    layers.add(new PoolingLayer("pool1", last(layers), PoolingLayer.Kind.MAX, two));
    layers.add(convolution(random, "conv2", last(layers), five, 50, Activation.IDENTITY, density));
    layers.add(new PoolingLayer("pool2", last(layers), PoolingLayer.Kind.MAX, two));
    layers.add(dense(random, "fc1", last(layers), 500, Activation.RELU, density));
    layers.add(dense(random, "fc2", last(layers), 10, Activation.IDENTITY, density));
    return network(image, 0, layers);
  }

  /** A stack of one to five layers of any kind, chosen by the seed. */
  public static Network odd(long seed) {
    Random random = new Random(seed);
    Shape image = new Shape(1 + random.nextInt(3), 5 + random.nextInt(8), 5 + random.nextInt(8));
    List<Layer> layers = new ArrayList<>();
    Shape shape = image;
    for (int i = random.nextInt(4); i > 0; i--) {
      layers.add(anyLayer(random, "layer" + i, shape));
      shape = last(layers);
    }
    if (random.nextInt(5) > 0) {
      int classes = 2 + random.nextInt(12);
      layers.add(dense(random, "scores", shape, classes, Activation.IDENTITY, density(random)));
    } else {
      Window one = Window.square(1, 1);
      layers.add(convolution(random, "scores", shape, one, 3, Activation.IDENTITY, 1));
    }
    return network(image, random.nextBoolean() ? 0 : random.nextInt(256), layers);
  }

  private static Layer anyLayer(Random random, String name, Shape shape) {
    Activation activation = random.nextBoolean() ? Activation.RELU : Activation.IDENTITY;
    return switch (random.nextInt(4)) {
      case 0 -> dense(random, name, shape, 1 + random.nextInt(40), activation, density(random));
      case 1 -> {
        PoolingLayer.Kind kind =
            random.nextBoolean() ? PoolingLayer.Kind.MAX : PoolingLayer.Kind.AVERAGE;
        yield new PoolingLayer(name, shape, kind, anyWindow(random, shape, false));
      }
      default -> {
        Window window = anyWindow(random, shape, true);
        int filters = 1 + random.nextInt(7);
        yield convolution(random, name, shape, window, filters, activation, density(random));
      }
    };
  }

  private static Window anyWindow(Random random, Shape shape, boolean dilated) {
    int dilationHeight = dilated && shape.height() > 4 ? 1 + random.nextInt(2) : 1;
    int dilationWidth = dilated && shape.width() > 4 ? 1 + random.nextInt(2) : 1;
    int height = 1 + random.nextInt(Math.min(3, shape.height()));
    int width = 1 + random.nextInt(Math.min(3, shape.width()));
    if (dilationHeight * (height - 1) >= shape.height()) {
      dilationHeight = 1;
    }
    if (dilationWidth * (width - 1) >= shape.width()) {
      dilationWidth = 1;
    }
    Padding padding =
        new Padding(
            random.nextInt(height), random.nextInt(width), 0, random.nextInt(Math.min(2, width)));
    return new Window(
        height,
        width,
        1 + random.nextInt(Math.min(2, height)),
        1 + random.nextInt(Math.min(2, width)),
        padding,
        dilationHeight,
        dilationWidth);
  }

  private static double density(Random random) {
    return random.nextBoolean() ? 1 : random.nextDouble();
  }

  static Shape last(List<Layer> layers) {
    return layers.get(layers.size() - 1).output();
  }

  private static Network network(Shape image, int zeroPoint, List<Layer> layers) {
    int classes = last(layers).size();
    return new Network(image, 1.0 / 255, zeroPoint, layers, Network.numberedLabels(classes), true);
  }

  /** A dense layer with normally distributed weights. */
  public static DenseLayer dense(
      Random random, String name, Shape input, int units, Activation activation, double density) {
    Weights weights = weights(random, units, input.size(), density);
    return new DenseLayer(name, input, weights, bias(random, units), activation);
  }

  /** A convolution with normally distributed weights. */
  public static ConvolutionLayer convolution(
      Random random,
      String name,
      Shape input,
      Window window,
      int filters,
      Activation activation,
      double density) {
    int columns = input.channels() * window.kernelHeight() * window.kernelWidth();
    Weights weights = weights(random, filters, columns, density);
    return new ConvolutionLayer(name, input, window, 1, weights, bias(random, filters), activation);
  }

  private static Weights weights(Random random, int rows, int columns, double density) {
    float[] values = new float[rows * columns];
    boolean[] kept = new boolean[values.length];
    double deviation = Math.sqrt(2 / (columns * density + 1));
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (random.nextGaussian() * deviation);
      kept[i] = random.nextDouble() < density;
    }
    DenseWeights dense = DenseWeights.of(rows, columns, values);
    return density == 1 ? dense : dense.prune(kept);
  }

  private static FloatVector bias(Random random, int length) {
    float[] values = new float[length];
    for (int i = 0; i < length; i++) {
      values[i] = (float) (0.1 * random.nextGaussian());
    }
    return FloatVector.of(values);
  }

  /** Images with random labels. */
  public static ImageSet labelled(Network network, int count) {
    byte[] labels = new byte[count];
    Random random = new Random(9);
    for (int i = 0; i < count; i++) {
      labels[i] = (byte) random.nextInt(network.classes());
    }
    Shape input = network.input();
    ImageShape shape = new ImageShape(input.channels(), input.height(), input.width());
    return ImageSet.labelled(shape, network.classes(), images(network, count, 3), labels);
  }

  /** Images of which four fifths of the pixels are 0, as in pictures of digits. */
  public static byte[] images(Network network, int count, long seed) {
    Random random = new Random(seed);
    byte[] pixels = new byte[network.input().size() * count];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) (random.nextInt(5) == 0 ? random.nextInt(256) : 0);
    }
    return pixels;
  }
}
