/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.report.tables;

/**
 * What a stage of a compression left.
 *
 * @param stage its name
 * @param bytes what the network takes after it; of the last stage the file's size
 * @param validationError share of wrongly classified validation images, in [0, 1]
 * @param testError the same of the test images
 */
public record StageFigures(String stage, long bytes, double validationError, double testError) {

  public StageFigures {
    if (bytes < 1) {
      throw new IllegalArgumentException("stage " + stage + ": expected bytes, found " + bytes);
    }
    requireShare(stage, validationError);
    requireShare(stage, testError);
  }

  private static void requireShare(String stage, double error) {
    if (!(error >= 0 && error <= 1)) {
      throw new IllegalArgumentException(
          "stage " + stage + ": expected an error in [0, 1], found " + error);
    }
  }
}
