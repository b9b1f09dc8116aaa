/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.dl4j;

import dev.thimble.compressor.network.Network;
import java.util.Arrays;
import org.bytedeco.javacpp.DoublePointer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A network in double precision that computes the summed loss of its own samples. */
final class DoubleReplica {
  /** Samples of a pass; bounds the memory of a convolution's columns. */
  private static final int BATCH = 512;

  private final MultiLayerNetwork net;
  private final double[] inputs;
  private final int[] labels;
  private final int classes;
  private double lastLoss;

  DoubleReplica(Network network, float[] inputs, int[] labels) {
    net = new MultiLayerNetwork(Configurations.differentiable(network));
    net.init();
    this.inputs = new double[inputs.length];
    Arrays.setAll(this.inputs, i -> inputs[i]);
    this.labels = labels;
    this.classes = network.classes();
  }

  /** Sum of the loss over all samples at the last parameters. */
  double lastLoss() {
    return lastLoss;
  }

  /** The summed loss's gradient at these parameters, in their layout. */
  double[] gradient(double[] parameters) {
    setParameters(parameters);
    double[] sum = new double[parameters.length];
    lastLoss = 0;
    for (int first = 0; first < labels.length; first += BATCH) {
      double[] part = batch(first, Math.min(labels.length, first + BATCH));
      for (int i = 0; i < sum.length; i++) {
        sum[i] += part[i];
      }
    }
    return sum;
  }

  private double[] batch(int from, int to) {
    int count = to - from;
    INDArray input = input(from, to);
    double[] targets = new double[count * classes];
    for (int i = 0; i < count; i++) {
      targets[i * classes + labels[from + i]] = 1;
    }
    net.setInputMiniBatchSize(count);
    net.setInput(input);
    net.setLabels(Nd4j.create(targets, new long[] {count, classes}, DataType.DOUBLE));
    net.computeGradientAndScore();
    lastLoss += net.score() * count;
    INDArray gradient = net.getFlattenedGradients();
    double[] values = new double[(int) gradient.length()];
    new DoublePointer(gradient.data().addressPointer()).get(values, 0, values.length);
    return values;
  }

  private void setParameters(double[] values) {
    new DoublePointer(net.params().data().addressPointer()).put(values, 0, values.length);
  }

  private INDArray input(int from, int to) {
    int size = inputs.length / labels.length;
    double[] own = Arrays.copyOfRange(inputs, from * size, to * size);
    return Nd4j.create(own, new long[] {to - from, size}, DataType.DOUBLE);
  }

  /** Samples that these parameters classify wrong. */
  int errors(double[] parameters) {
    setParameters(parameters);
    int errors = 0;
    for (int first = 0; first < labels.length; first += BATCH) {
      errors +=
          errors(net.output(input(first, Math.min(labels.length, first + BATCH)), false), first);
    }
    return errors;
  }

  private int errors(INDArray output, int from) {
    double[] values = output.dup('c').data().asDouble();
    int errors = 0;
    for (int i = 0; i * classes < values.length; i++) {
      int best = 0;
      for (int c = 1; c < classes; c++) {
        if (values[i * classes + c] > values[i * classes + best]) {
          best = c;
        }
      }
      errors += best == labels[from + i] ? 0 : 1;
    }
    return errors;
  }
}
