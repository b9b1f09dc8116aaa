/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.models.dl4j;

import org.nd4j.linalg.api.ndarray.INDArray;

/** Changes a network by one batch. */
interface TrainingStep {

  /**
   * Does one step.
   *
   * @param images values [samples, inputs]
   * @param labels one-hot rows [samples, classes]
   */
  void fit(INDArray images, INDArray labels);
}
