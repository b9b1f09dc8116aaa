/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.sensitivity.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.thimble.compressor.dl4j.LossGradient;
import dev.thimble.compressor.network.Network;
import dev.thimble.compressor.network.TinyNetworks;
import dev.thimble.models.data.SeededRandom;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Softmax regression has an exact Hessian: the mean of {@code (diag(p) − p pᵀ) ⊗ x xᵀ}. */
class HessianTest {
  private static final int INPUTS = 4;
  private static final int CLASSES = 3;
  private static final int SIZE = INPUTS * CLASSES;
  private static final int SAMPLES = 20;

  private final Network network = TinyNetworks.dense(new int[] {INPUTS, CLASSES}, 1);
  private final float[] inputs = inputs();
  private final LossGradient loss = new LossGradient(network, inputs, labels());
  private final Hessian hessian = Hessian.ofLayer(loss, 0);

  @AfterEach
  void close() {
    loss.close();
  }

  @Test
  void productsAreThoseOfTheExactHessian() throws InterruptedException {
    double[][] exact = exact();
    Random random = new Random(3);
    double[] vector = random.doubles(SIZE, -1, 1).toArray();
    double[] product = hessian.times(vector);
    for (int i = 0; i < SIZE; i++) {
      double expected = 0;
      for (int j = 0; j < SIZE; j++) {
        expected += exact[i][j] * vector[j];
      }
      assertThat(product[i]).isCloseTo(expected, within(1e-7));
    }
  }

  @Test
  void topEigenvalueIsThatOfTheExactHessian() throws InterruptedException {
    Hessian.Eigenvalue found = hessian.topEigenvalue(200, new SeededRandom(1));
    assertThat(found.residual()).isLessThan(2e-3);
    assertThat(found.value()).isCloseTo(largest(exact()), within(1e-5));
  }

  @Test
  void traceLiesWithinItsStatedError() throws InterruptedException {
    double[][] exact = exact();
    double trace = 0;
    for (int i = 0; i < SIZE; i++) {
      trace += exact[i][i];
    }
    Hessian.Trace found = hessian.trace(200, new SeededRandom(2));
    assertThat(found.standardError()).isPositive().isLessThan(0.1 * trace);
    assertThat(found.value()).isCloseTo(trace, within(3 * found.standardError()));
  }

  @Test
  void oneLayerIsABlockOfTheWholeNetwork() throws InterruptedException {
    Network deep = TinyNetworks.dense(new int[] {INPUTS, 5, CLASSES}, 4);
    try (LossGradient deepLoss = new LossGradient(deep, inputs, labels())) {
      Hessian block = Hessian.ofLayer(deepLoss, 1);
      Hessian whole = Hessian.ofNetwork(deepLoss);
      double[] vector = new Random(5).doubles(block.size(), -1, 1).toArray();
      double[] padded = new double[whole.size()];
      int offset = whole.size() - block.size();
      System.arraycopy(vector, 0, padded, offset, vector.length);
      double[] expected = block.times(vector);
      double[] product = whole.times(padded);
      for (int i = 0; i < vector.length; i++) {
        assertThat(product[offset + i]).isCloseTo(expected[i], within(1e-9));
      }
    }
  }

  private double[][] exact() {
    float[] weights = network.weightedLayers().get(0).weights().effective();
    double[][] hessian = new double[SIZE][SIZE];
    for (int sample = 0; sample < SAMPLES; sample++) {
      double[] p = probabilities(weights, sample);
      for (int i = 0; i < SIZE; i++) {
        for (int j = 0; j < SIZE; j++) {
          int a = i / INPUTS;
          int b = j / INPUTS;
          double curvature = (a == b ? p[a] : 0) - p[a] * p[b];
          hessian[i][j] +=
              curvature
                  * inputs[sample * INPUTS + i % INPUTS]
                  * inputs[sample * INPUTS + j % INPUTS]
                  / SAMPLES;
        }
      }
    }
    return hessian;
  }

  private double[] probabilities(float[] weights, int sample) {
    double[] p = new double[CLASSES];
    double sum = 0;
    for (int c = 0; c < CLASSES; c++) {
      for (int i = 0; i < INPUTS; i++) {
        p[c] += weights[c * INPUTS + i] * inputs[sample * INPUTS + i];
      }
      p[c] = Math.exp(p[c]);
      sum += p[c];
    }
    for (int c = 0; c < CLASSES; c++) {
      p[c] /= sum;
    }
    return p;
  }

  /** Jacobi's method: rotations until what is beside the diagonal is gone. */
  private static double largest(double[][] a) {
    for (int sweep = 0; sweep < 50; sweep++) {
      for (int p = 0; p < SIZE; p++) {
        for (int q = p + 1; q < SIZE; q++) {
          double angle = 0.5 * Math.atan2(2 * a[p][q], a[q][q] - a[p][p]);
          double c = Math.cos(angle);
          double s = Math.sin(angle);
          for (int k = 0; k < SIZE; k++) {
            double kp = a[k][p];
            double kq = a[k][q];
            a[k][p] = c * kp - s * kq;
            a[k][q] = s * kp + c * kq;
          }
          for (int k = 0; k < SIZE; k++) {
            double pk = a[p][k];
            double qk = a[q][k];
            a[p][k] = c * pk - s * qk;
            a[q][k] = s * pk + c * qk;
          }
        }
      }
    }
    double largest = 0;
    for (int i = 0; i < SIZE; i++) {
      largest = Math.max(largest, a[i][i]);
    }
    return largest;
  }

  private static float[] inputs() {
    Random random = new Random(7);
    float[] inputs = new float[SAMPLES * INPUTS];
    for (int i = 0; i < inputs.length; i++) {
      inputs[i] = random.nextFloat();
    }
    return inputs;
  }

  private static int[] labels() {
    return new Random(8).ints(SAMPLES, 0, CLASSES).toArray();
  }
}
