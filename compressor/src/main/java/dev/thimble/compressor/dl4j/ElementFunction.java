/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.dl4j;

import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;

/** The activation functions that can be read. */
enum ElementFunction {
  IDENTITY,
  RELU,
  SOFTMAX;

  static ElementFunction of(String layer, IActivation activation) throws ModelReadException {
    Class<?> type = activation == null ? null : activation.getClass();
    if (type == ActivationIdentity.class) {
      return IDENTITY;
    }
    if (type == ActivationSoftmax.class) {
      return SOFTMAX;
    }
    if (type == ActivationReLU.class) {
      requirePlain(layer, (ActivationReLU) activation);
      return RELU;
    }
    throw new ModelReadException(
        "layer " + layer,
        "an activation ReLU, identity or (last) softmax",
        type == null ? "none" : type.getSimpleName());
  }

  private static void requirePlain(String layer, ActivationReLU relu) throws ModelReadException {
    if (relu.getMax() != null || !isZero(relu.getThreshold()) || !isZero(relu.getNegativeSlope())) {
      throw new ModelReadException(
          "layer " + layer,
          "a ReLU without maximum, threshold and negative slope",
          relu.getMax() + ", " + relu.getThreshold() + ", " + relu.getNegativeSlope());
    }
  }

  private static boolean isZero(Double value) {
    return value == null || value == 0;
  }
}
