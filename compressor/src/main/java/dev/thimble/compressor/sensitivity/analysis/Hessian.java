/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.sensitivity.analysis;

import dev.thimble.compressor.dl4j.LossGradient;
import dev.thimble.compressor.dl4j.ParameterLayout;
import dev.thimble.compressor.dl4j.ParameterLayout.Segment;
import dev.thimble.models.data.SeededRandom;
import java.util.List;

/**
 * A block of the Hessian of the mean loss: that of some layers' weights, biases held fixed.
 * Products with vectors are central differences of the gradient, {@code H v ≈ (g(w + ε v) − g(w − ε
 * v)) / 2ε} (Pearlmutter, "Fast exact multiplication by the Hessian", 1994, whose limit this is),
 * with ε such that the step is {@link #STEP} long.
 */
final class Hessian {
  /** Length of the step in the weights: gradients are doubles, so it can be short. */
  private static final double STEP = 1e-3;

  private static final double TOLERANCE = 1e-3;

  private final LossGradient loss;
  private final double[] start;
  private final List<Segment> segments;
  private final int size;

  private Hessian(LossGradient loss, List<Segment> segments) {
    this.loss = loss;
    this.start = loss.parameters();
    this.segments = segments;
    this.size = segments.stream().mapToInt(Segment::weights).sum();
  }

  /** The block of one weighted layer. */
  static Hessian ofLayer(LossGradient loss, int layer) {
    return new Hessian(loss, List.of(loss.layout().segments().get(layer)));
  }

  /** All layers' weights. */
  static Hessian ofNetwork(LossGradient loss) {
    ParameterLayout layout = loss.layout();
    return new Hessian(loss, layout.segments());
  }

  /** Number of weights. */
  int size() {
    return size;
  }

  /** {@code H v} for a vector of {@link #size} numbers that is not 0. */
  double[] times(double[] vector) throws InterruptedException {
    double epsilon = STEP / norm(vector);
    double[] ahead = gradient(vector, epsilon);
    double[] behind = gradient(vector, -epsilon);
    double[] product = new double[size];
    for (int i = 0; i < size; i++) {
      product[i] = (ahead[i] - behind[i]) / (2 * epsilon);
    }
    return product;
  }

  /** The gradient's block at {@code w + factor · vector}. */
  private double[] gradient(double[] vector, double factor) throws InterruptedException {
    double[] at = start.clone();
    int next = 0;
    for (Segment segment : segments) {
      for (int i = segment.weightOffset(), end = i + segment.weights(); i < end; i++) {
        at[i] += factor * vector[next++];
      }
    }
    LossGradient.Slope slope = loss.evaluate(at).slope();
    double[] block = new double[size];
    next = 0;
    for (Segment segment : segments) {
      for (int i = segment.weightOffset(), end = i + segment.weights(); i < end; i++) {
        block[next++] = slope.get(i);
      }
    }
    return block;
  }

  /**
   * The eigenvalue of the largest magnitude, by power iteration with Rayleigh quotients.
   *
   * @param iterations at most so many products
   */
  Eigenvalue topEigenvalue(int iterations, SeededRandom random) throws InterruptedException {
    double[] vector = new double[size];
    Normals normals = new Normals(random);
    for (int i = 0; i < size; i++) {
      vector[i] = normals.next();
    }
    scale(vector, 1 / norm(vector));
    for (int done = 1; ; done++) {
      double[] product = times(vector);
      double value = dot(vector, product);
      double rest = 0;
      for (int i = 0; i < size; i++) {
        double difference = product[i] - value * vector[i];
        rest += difference * difference;
      }
      double length = norm(product);
      double residual = value == 0 ? 0 : Math.sqrt(rest) / Math.abs(value);
      if (length == 0 || residual < TOLERANCE || done == iterations) {
        return new Eigenvalue(value, residual, done);
      }
      scale(product, 1 / length);
      vector = product;
    }
  }

  /**
   * An eigenvalue.
   *
   * @param residual {@code |H v − λ v| / |λ|} for the unit vector v that gave it
   * @param iterations products that it took
   */
  record Eigenvalue(double value, double residual, int iterations) {}

  /**
   * Hutchinson's estimate of the trace: the mean of {@code vᵀ H v} over vectors v of random signs
   * (Hutchinson, "A stochastic estimator of the trace", 1989).
   */
  Trace trace(int probes, SeededRandom random) throws InterruptedException {
    Spread spread = new Spread();
    for (int probe = 0; probe < probes; probe++) {
      double[] signs = new double[size];
      for (int i = 0; i < size; i++) {
        signs[i] = random.nextLong() < 0 ? -1 : 1;
      }
      spread.add(dot(signs, times(signs)));
    }
    return new Trace(spread.mean(), spread.standardError(), probes);
  }

  /**
   * An estimated trace.
   *
   * @param standardError of {@code value} over the probes
   */
  record Trace(double value, double standardError, int probes) {}

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static double norm(double[] vector) {
    return Math.sqrt(dot(vector, vector));
  }

  private static void scale(double[] vector, double factor) {
    for (int i = 0; i < vector.length; i++) {
      vector[i] *= factor;
    }
  }
}
