/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.runtime.internal.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.thimble.runtime.Limits;
import dev.thimble.runtime.ModelException;
import dev.thimble.runtime.artifact.RandomNetworks;
import dev.thimble.runtime.artifact.TestLayer;
import dev.thimble.runtime.artifact.TestNetwork;
import dev.thimble.runtime.artifact.WeightBlock;
import dev.thimble.runtime.internal.format.MemoryBudget;
import dev.thimble.runtime.internal.format.ModelFile;
import dev.thimble.runtime.internal.format.ModelReader;
import dev.thimble.runtime.internal.network.PoolingLayer;
import dev.thimble.runtime.internal.network.WeightedLayer;
import dev.thimble.runtime.internal.network.Weights;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Every kernel gives exactly what the reference gives: odd shapes, every option, extreme weights
 * and inputs.
 */
class KernelAgreementTest {

  private static final int GARBAGE = 0x5A5A5A5A;

  private final MemoryBudget budget = new MemoryBudget(Long.MAX_VALUE);
  private int planes;
  private int pairedPlanes;
  private int columns;
  private int dense;
  private int pairs;
  private int pooled;

  @Test
  void agreesOnRandomLayers() throws ModelException {
    Random random = new Random(40);
    for (int i = 0; i < 1500; i++) {
      TestNetwork network = RandomNetworks.next(random);
      ModelFile file =
          ModelReader.read(network.file(WeightBlock.values()[i % 4]), Limits.DEFAULT, budget);
      for (int layer = 0; layer < file.network.layerCount(); layer++) {
        if (file.network.layer(layer) instanceof WeightedLayer weighted) {
          compare(random, weighted, file.weights(layer));
          compare(random, weighted, narrow(random, file.weights(layer)));
        }
      }
    }
    assertThat(List.of(planes, pairedPlanes, columns, dense, pairs, pooled))
        .allMatch(count -> count > 300);
  }

  /** The same with weights of a few small values, so that sums of their products fit in 16 bits. */
  private static Weights narrow(Random random, Weights weights) {
    byte[] values = weights.dense();
    int largest = 1 + random.nextInt(3);
    for (int i = 0; i < values.length; i++) {
      values[i] = (byte) Math.max(-largest, Math.min(largest, values[i]));
    }
    return Weights.all(weights.rows, weights.columns, weights.bias, values);
  }

  private void compare(Random random, WeightedLayer layer, Weights weights) throws ModelException {
    Kernel reference = new ConvolutionReference(layer, weights, budget);
    Finish finish = Finish.of(layer, budget);
    PoolingLayer pooling = pooling(random, layer);
    for (int kind = 0; kind < 4; kind++) {
      int[] input = image(random, layer.input.size(), kind);
      int[] expected = run(reference, input, layer.output.size());
      check(new PlaneConvolution(layer, weights, finish, budget), input, expected);
      planes++;
      pairedPlanes += weights.narrow ? 1 : 0;
      if (ColumnConvolution.applies(layer)) {
        check(new ColumnConvolution(layer, weights, finish, budget), input, expected);
        columns++;
      }
      if (layer.isDense()) {
        check(new SparseDense(layer, weights, budget), input, expected);
        check(new PackedDense(layer, weights, budget), input, expected);
        check(new RowDense(layer, weights, budget), input, expected);
        if (weights.narrow) {
          check(new PairedDense(layer, weights, budget), input, expected);
          pairs++;
        }
        dense++;
      }
      if (pooling != null) {
        Finish both = Finish.pooled(layer, pooling, budget);
        int[] maxima = run(new PoolingKernel(pooling), expected, pooling.output.size());
        check(new PlaneConvolution(layer, weights, both, budget), input, maxima);
        if (ColumnConvolution.applies(layer)) {
          check(new ColumnConvolution(layer, weights, both, budget), input, maxima);
        }
        pooled++;
      }
    }
  }

  /** A 2 x 2 maximum behind the layer with random strides, or null where it cannot be. */
  private static PoolingLayer pooling(Random random, WeightedLayer layer) throws ModelException {
    if (layer.requantizer.isScore() || layer.output.height < 2 || layer.output.width < 2) {
      return null;
    }
    int[] input = {layer.output.channels, layer.output.height, layer.output.width};
    TestLayer pool =
        new TestLayer.Pool(
            true,
            new TestLayer.Geometry(
                2, 2, 1 + random.nextInt(3), 1 + random.nextInt(3), 0, 0, 0, 0, 1, 1));
    TestNetwork network = new TestNetwork(input, 0, List.of(pool));
    ModelFile file =
        ModelReader.read(
            network.file(WeightBlock.RAW), Limits.DEFAULT, new MemoryBudget(Long.MAX_VALUE));
    PoolingLayer pooling = (PoolingLayer) file.network.layer(0);
    assertThat(Finish.canPool(pooling)).isTrue();
    return pooling;
  }

  private static int[] image(Random random, int size, int kind) {
    int[] image = new int[size + 3]; // tensors lie in arrays that may be longer
    Arrays.fill(image, GARBAGE);
    for (int i = 0; i < size; i++) {
      image[i] =
          switch (kind) {
            case 0 -> 255;
            case 1 -> 0;
            case 2 -> random.nextInt(4) == 0 ? random.nextInt(256) : 0;
            default -> random.nextInt(256);
          };
    }
    return image;
  }

  private static void check(Kernel kernel, int[] input, int[] expected) {
    assertThat(run(kernel, input, expected.length))
        .as(kernel.getClass().getSimpleName())
        .containsExactly(expected);
  }

  private static int[] run(Kernel kernel, int[] input, int size) {
    int[] output = new int[size];
    int[][] workspace = new int[kernel.scratch().length][];
    for (int i = 0; i < workspace.length; i++) {
      workspace[i] = new int[kernel.scratch()[i] + 5];
      Arrays.fill(workspace[i], GARBAGE);
    }
    int[] before = input.clone();
    kernel.run(input, null, output, workspace);
    assertThat(input).containsExactly(before);
    return output;
  }
}
