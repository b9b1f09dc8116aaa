/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.dl4j;

import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.ILossFunction;

/**
 * Cross entropy against the labels, mixed with distillation from a teacher (Hinton et al., 2015, <a
 * href="https://arxiv.org/abs/1503.02531">arXiv:1503.02531</a>): {@code (1 − α) · CE(y, p) + α · T²
 * · CE(t_T, p_T)}, where {@code p_T} and {@code t_T} are the softmax of the student's and the
 * teacher's logits divided by the temperature T.
 *
 * <p>Deeplearning4j hands a loss nothing but one label array of the shape of the output, so that
 * the targets of a batch are set here before each step ({@link #target}). One instance belongs to
 * one network on one thread.
 */
final class TargetLoss implements ILossFunction {

  private static final long serialVersionUID = 1L;

  private transient int[] labels;
  private transient float[] teacher;
  private transient double teacherShare;
  private transient double temperature = 1;
  private transient double lastLoss;

  /**
   * Sets what the next batch is compared with.
   *
   * @param labels class a sample
   * @param teacher the teacher's probabilities at temperature 1, [samples, classes]; null without
   *     distillation
   */
  void target(int[] labels, float[] teacher, double teacherShare, double temperature) {
    this.labels = labels;
    this.teacher = teacher;
    this.teacherShare = teacher == null ? 0 : teacherShare;
    this.temperature = temperature;
  }

  /** Sum of the loss over the last batch. */
  double lastLoss() {
    return lastLoss;
  }

  @Override
  public INDArray computeGradient(
      INDArray ignored, INDArray preOutput, IActivation softmax, INDArray mask) {
    int classes = (int) preOutput.size(1);
    float[] logits = preOutput.dup('c').data().asFloat();
    float[] gradient = new float[logits.length];
    double[] student = new double[classes];
    double[] soft = new double[classes];
    double loss = 0;
    for (int sample = 0; sample < labels.length; sample++) {
      int base = sample * classes;
      softmax(logits, base, 1, student);
      loss -= (1 - teacherShare) * Math.log(Math.max(student[labels[sample]], 1e-30));
      for (int c = 0; c < classes; c++) {
        gradient[base + c] =
            (float) ((1 - teacherShare) * (student[c] - (c == labels[sample] ? 1 : 0)));
      }
      if (teacher != null) {
        softmax(logits, base, temperature, student);
        soften(teacher, base, soft);
        for (int c = 0; c < classes; c++) {
          gradient[base + c] += (float) (teacherShare * temperature * (student[c] - soft[c]));
          loss -=
              teacherShare
                  * temperature
                  * temperature
                  * soft[c]
                  * Math.log(Math.max(student[c], 1e-30));
        }
      }
    }
    lastLoss = loss;
    return Nd4j.create(gradient, new long[] {labels.length, classes}, 'c');
  }

  private static void softmax(float[] logits, int base, double temperature, double[] out) {
    double max = Double.NEGATIVE_INFINITY;
    for (int c = 0; c < out.length; c++) {
      max = Math.max(max, logits[base + c]);
    }
    double sum = 0;
    for (int c = 0; c < out.length; c++) {
      out[c] = Math.exp((logits[base + c] - max) / temperature);
      sum += out[c];
    }
    for (int c = 0; c < out.length; c++) {
      out[c] /= sum;
    }
  }

  /** {@code p^(1/T)}, normalised: the softmax at temperature T from the one at temperature 1. */
  private void soften(float[] probabilities, int base, double[] out) {
    double sum = 0;
    for (int c = 0; c < out.length; c++) {
      out[c] = Math.pow(probabilities[base + c], 1 / temperature);
      sum += out[c];
    }
    for (int c = 0; c < out.length; c++) {
      out[c] /= sum;
    }
  }

  @Override
  public double computeScore(
      INDArray ignored, INDArray preOutput, IActivation softmax, INDArray mask, boolean average) {
    return average ? lastLoss / labels.length : lastLoss;
  }

  @Override
  public INDArray computeScoreArray(
      INDArray ignored, INDArray preOutput, IActivation softmax, INDArray mask) {
    throw new UnsupportedOperationException("scores a sample are not kept");
  }

  @Override
  public Pair<Double, INDArray> computeGradientAndScore(
      INDArray ignored, INDArray preOutput, IActivation softmax, INDArray mask, boolean average) {
    INDArray gradient = computeGradient(ignored, preOutput, softmax, mask);
    return new Pair<>(computeScore(ignored, preOutput, softmax, mask, average), gradient);
  }

  @Override
  public String name() {
    return "target";
  }
}
