/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.models.data;

/** The names that MNIST gave its files; every other data set uses them too. */
final class IdxNames {
  static final String TRAINING_IMAGES = "train-images-idx3-ubyte";
  static final String TRAINING_LABELS = "train-labels-idx1-ubyte";
  static final String TEST_IMAGES = "t10k-images-idx3-ubyte";
  static final String TEST_LABELS = "t10k-labels-idx1-ubyte";

  /** Images without labels, for choosing activation ranges where no training data is at hand. */
  static final String CALIBRATION_IMAGES = "calibration-images-idx3-ubyte";

  private IdxNames() {}
}
