/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.dl4j;

import org.bytedeco.javacpp.FloatPointer;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * One copy of a network that computes gradients of a part of a batch; used by one thread at a time.
 */
final class Replica {

  private final MultiLayerNetwork net;
  private final MultiLayerNetwork teacher;
  private final TargetLoss loss;
  private final double teacherShare;
  private final double temperature;
  private final int classes;

  /**
   * @param teacher a network of the same input and classes, or null
   */
  Replica(
      MultiLayerConfiguration configuration, MultiLayerNetwork teacher, Distillation distillation) {
    net = new MultiLayerNetwork(configuration);
    net.init();
    this.teacher = teacher;
    OutputLayer output = (OutputLayer) net.getOutputLayer().conf().getLayer();
    loss = (TargetLoss) output.getLossFn();
    classes = (int) output.getNOut();
    teacherShare = distillation.share();
    temperature = distillation.temperature();
  }

  MultiLayerNetwork net() {
    return net;
  }

  /** Number of outputs. */
  int classes() {
    return classes;
  }

  void setParameters(float[] values) {
    put(net.params(), values);
  }

  /**
   * Computes the gradient of the summed loss of a batch part.
   *
   * @param images values [samples, inputs]
   * @param labels class a sample
   * @return the gradient, in the layout of the parameters
   */
  float[] gradient(float[] images, int[] labels) {
    INDArray input =
        Nd4j.create(images, new long[] {labels.length, images.length / labels.length}, 'c');
    float[] soft = teacher == null ? null : teacher.output(input, false).dup('c').data().asFloat();
    loss.target(labels, soft, teacherShare, temperature);
    net.setInputMiniBatchSize(labels.length);
    net.setInput(input);
    net.setLabels(Nd4j.zeros(labels.length, classes));
    net.computeGradientAndScore();
    return get(net.getFlattenedGradients());
  }

  /** Summed loss of the last batch part. */
  double lastLoss() {
    return loss.lastLoss();
  }

  /** Probabilities [samples, classes]. */
  float[] output(float[] images, int samples) {
    INDArray input = Nd4j.create(images, new long[] {samples, images.length / samples}, 'c');
    return net.output(input, false).dup('c').data().asFloat();
  }

  static void put(INDArray vector, float[] values) {
    new FloatPointer(vector.data().addressPointer()).put(values, 0, values.length);
  }

  static float[] get(INDArray vector) {
    float[] values = new float[(int) vector.length()];
    new FloatPointer(vector.data().addressPointer()).get(values, 0, values.length);
    return values;
  }
}
