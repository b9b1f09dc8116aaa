/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.quantize;

import java.util.Locale;

/**
 * How a network is made an integer network.
 *
 * @param granularity how many weights share a scale
 * @param weightBits bits of a weight's level, 2 … 8: levels reach ±(2^(bits − 1) − 1)
 * @param calibrationImages at most so many images are looked at for the activations' ranges
 * @param percentile share of the observed outputs that a range covers on each side, in percent; 100
 *     takes minimum and maximum
 * @param biasTolerance the largest rounding error of a bias, in steps of the next activation
 * @param trainFrom share of the retraining after which the network computes with quantized weights
 *     (Jacob et al., 2018, <a href="https://arxiv.org/abs/1712.05877">arXiv:1712.05877</a>), in [0,
 *     1]; 1 is never
 */
public record QuantizeOptions(
    Granularity granularity,
    int weightBits,
    int calibrationImages,
    double percentile,
    double biasTolerance,
    double trainFrom) {

  public static final int DEFAULT_WEIGHT_BITS = 8;
  public static final int DEFAULT_CALIBRATION_IMAGES = 1000;
  public static final double DEFAULT_PERCENTILE = 100;
  public static final double DEFAULT_BIAS_TOLERANCE = 1.0 / 16;

  /** 8-bit weights, a scale for each channel, minimum and maximum of 1,000 images. */
  public static final QuantizeOptions DEFAULT =
      new QuantizeOptions(
          Granularity.CHANNEL,
          DEFAULT_WEIGHT_BITS,
          DEFAULT_CALIBRATION_IMAGES,
          DEFAULT_PERCENTILE,
          DEFAULT_BIAS_TOLERANCE,
          1);

  public QuantizeOptions {
    if (weightBits < 2 || weightBits > 8) {
      throw new IllegalArgumentException("weight bits must be 2 ... 8, found " + weightBits);
    }
    if (calibrationImages < 1) {
      throw new IllegalArgumentException(
          "calibration needs at least 1 image, found " + calibrationImages);
    }
    if (!(percentile > 50 && percentile <= 100)) {
      throw new IllegalArgumentException(
          "the percentile must be above 50 and at most 100, found " + percentile);
    }
    if (!(biasTolerance > 0 && biasTolerance <= 64)) {
      throw new IllegalArgumentException(
          "the bias tolerance must be above 0 and at most 64 steps, found " + biasTolerance);
    }
    if (!(trainFrom >= 0 && trainFrom <= 1)) {
      throw new IllegalArgumentException("trainFrom must be in [0, 1], found " + trainFrom);
    }
    if (trainFrom < 1 && granularity != Granularity.LAYER) {
      throw new IllegalArgumentException(
          "training with quantized weights has one scale a layer, found granularity "
              + granularity.name().toLowerCase(Locale.ROOT));
    }
  }

  public QuantizeOptions withTrainFrom(double value) {
    return new QuantizeOptions(
        granularity, weightBits, calibrationImages, percentile, biasTolerance, value);
  }

  public QuantizeOptions withGranularity(Granularity value) {
    return new QuantizeOptions(
        value, weightBits, calibrationImages, percentile, biasTolerance, trainFrom);
  }

  public QuantizeOptions withWeightBits(int value) {
    return new QuantizeOptions(
        granularity, value, calibrationImages, percentile, biasTolerance, trainFrom);
  }

  public QuantizeOptions withCalibrationImages(int value) {
    return new QuantizeOptions(
        granularity, weightBits, value, percentile, biasTolerance, trainFrom);
  }

  public QuantizeOptions withPercentile(double value) {
    return new QuantizeOptions(
        granularity, weightBits, calibrationImages, value, biasTolerance, trainFrom);
  }

  public QuantizeOptions withBiasTolerance(double value) {
    return new QuantizeOptions(
        granularity, weightBits, calibrationImages, percentile, value, trainFrom);
  }

  /** Whether the retraining computes with quantized weights in its last part. */
  public boolean isTrained() {
    return trainFrom < 1;
  }

  /** The largest level of a weight. */
  public int maxLevel() {
    return (1 << (weightBits - 1)) - 1;
  }
}
