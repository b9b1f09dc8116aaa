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
  private static final int BATCH = 64;

  private final MultiLayerNetwork net;
  private final double[] inputs;
  private final int[] labels;
  private final int classes;
  private double lastLoss;
  private int lastErrors;

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

  /** Samples that the last parameters classify wrong. */
  int lastErrors() {
    return lastErrors;
  }

  /** The summed loss's gradient at these parameters, in their layout. */
  double[] gradient(double[] parameters) {
    new DoublePointer(net.params().data().addressPointer()).put(parameters, 0, parameters.length);
    double[] sum = new double[parameters.length];
    lastLoss = 0;
    lastErrors = 0;
    for (int first = 0; first < labels.length; first += BATCH) {
      double[] part = batch(first, Math.min(labels.length, first + BATCH));
      for (int i = 0; i < sum.length; i++) {
        sum[i] += part[i];
      }
    }
    return sum;
  }

  private double[] batch(int from, int to) {
    int size = inputs.length / labels.length;
    int count = to - from;
    double[] own = Arrays.copyOfRange(inputs, from * size, to * size);
    INDArray input = Nd4j.create(own, new long[] {count, size}, DataType.DOUBLE);
    double[] targets = new double[count * classes];
    for (int i = 0; i < count; i++) {
      targets[i * classes + labels[from + i]] = 1;
    }
    net.setInputMiniBatchSize(count);
    net.setInput(input);
    net.setLabels(Nd4j.create(targets, new long[] {count, classes}, DataType.DOUBLE));
    net.computeGradientAndScore();
    lastLoss += net.score() * count;
    lastErrors += errors(net.output(input, false), from);
    INDArray gradient = net.getFlattenedGradients();
    double[] values = new double[(int) gradient.length()];
    new DoublePointer(gradient.data().addressPointer()).get(values, 0, values.length);
    return values;
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
