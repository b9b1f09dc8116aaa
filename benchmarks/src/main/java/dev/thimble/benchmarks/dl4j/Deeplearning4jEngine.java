/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.benchmarks.dl4j;

import dev.thimble.benchmarks.engine.Inference;
import dev.thimble.benchmarks.engine.LoadedNetwork;
import dev.thimble.benchmarks.engine.TestImages;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Deeplearning4j. How many threads it computes with is set by {@code OMP_NUM_THREADS} in the
 * environment.
 */
public final class Deeplearning4jEngine implements LoadedNetwork {
  private final MultiLayerNetwork network;

  private Deeplearning4jEngine(MultiLayerNetwork network) {
    this.network = network;
  }

  /** Loads what {@code ModelSerializer} wrote. */
  public static Deeplearning4jEngine load(Path checkpoint) throws IOException {
    return new Deeplearning4jEngine(
        ModelSerializer.restoreMultiLayerNetwork(checkpoint.toFile(), false));
  }

  /** Inference with a network of its own: a {@code MultiLayerNetwork} is not for many threads. */
  @Override
  public Inference newInference(TestImages images, int[] classes) {
    return new Run(network.clone(), images, classes);
  }

  @Override
  public void close() {
    network.close();
  }

  private record Run(MultiLayerNetwork network, TestImages images, int[] classes)
      implements Inference {

    @Override
    public void run(int first) {
      int size = images.size();
      int start = first * size;
      float[] reals = Arrays.copyOfRange(images.reals(), start, start + classes.length * size);
      INDArray input = Nd4j.create(reals, new long[] {classes.length, size}, 'c');
      float[] outputs = network.output(input, false).dup('c').data().asFloat();
      int classCount = outputs.length / classes.length;
      for (int i = 0; i < classes.length; i++) {
        int best = i * classCount;
        for (int c = best + 1; c < (i + 1) * classCount; c++) {
          best = outputs[c] > outputs[best] ? c : best;
        }
        classes[i] = best % classCount;
      }
    }

    @Override
    public void close() {
      network.close();
    }
  }
}
