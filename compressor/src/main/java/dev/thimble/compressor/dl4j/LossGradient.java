/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.dl4j;

import dev.thimble.compressor.network.Network;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * The mean cross entropy of fixed samples as a function of a network's parameters, and its
 * gradient, in double precision, so that differences of gradients mean something. The samples are
 * divided into two parts that are computed at the same time and added in a fixed order.
 */
public final class LossGradient implements AutoCloseable {
  private static final int PARTS = 2;

  private final ParameterLayout layout;
  private final double[] parameters;
  private final int samples;
  private final List<DoubleReplica> replicas = new ArrayList<>();
  private final PartThreads threads;

  /**
   * The loss at a set of parameters.
   *
   * @param loss mean cross entropy in nats
   * @param slope the mean loss's gradient
   */
  public record Evaluation(double loss, Slope slope) {}

  /** A gradient in the layout of the parameters; owns its array. */
  public static final class Slope {
    private final double[] values;

    private Slope(double[] values) {
      this.values = values;
    }

    /** A fresh copy. */
    public double[] toArray() {
      return values.clone();
    }

    public double get(int index) {
      return values[index];
    }
  }

  /**
   * The loss of a network.
   *
   * @param inputs real inputs {@code [samples, inputs]}
   * @param labels class a sample
   * @throws IllegalArgumentException if the network cannot be trained
   */
  public LossGradient(Network network, float[] inputs, int[] labels) {
    layout = ParameterLayout.of(network);
    float[] start = TrainableNetwork.parameters(network, layout);
    parameters = new double[start.length];
    Arrays.setAll(parameters, i -> start[i]);
    samples = labels.length;
    int size = inputs.length / samples;
    for (int part = 0; part < PARTS; part++) {
      int from = samples * part / PARTS;
      int to = samples * (part + 1) / PARTS;
      if (from < to) {
        replicas.add(
            new DoubleReplica(
                network,
                Arrays.copyOfRange(inputs, from * size, to * size),
                Arrays.copyOfRange(labels, from, to)));
      }
    }
    threads = new PartThreads("loss", "a gradient", PARTS);
  }

  /** Where each layer's parameters stand. */
  public ParameterLayout layout() {
    return layout;
  }

  /** The network's own parameters; a fresh array. */
  public double[] parameters() {
    return parameters.clone();
  }

  /** Number of samples. */
  public int samples() {
    return samples;
  }

  /**
   * Loss and gradient at these parameters.
   *
   * @throws InterruptedException if this thread is interrupted
   */
  public Evaluation evaluate(double[] at) throws InterruptedException {
    List<Callable<double[]>> parts = new ArrayList<>();
    replicas.forEach(replica -> parts.add(() -> replica.gradient(at)));
    List<double[]> gradients = threads.run(parts);
    double[] sum = new double[parameters.length];
    double loss = 0;
    for (int part = 0; part < gradients.size(); part++) {
      double[] add = gradients.get(part);
      for (int i = 0; i < sum.length; i++) {
        sum[i] += add[i];
      }
      loss += replicas.get(part).lastLoss();
    }
    for (int i = 0; i < sum.length; i++) {
      sum[i] /= samples;
    }
    return new Evaluation(loss / samples, new Slope(sum));
  }

  /**
   * Share of the samples that the network with these parameters classifies wrong, in [0, 1].
   *
   * @throws InterruptedException if this thread is interrupted
   */
  public double error(double[] at) throws InterruptedException {
    List<Callable<Integer>> parts = new ArrayList<>();
    replicas.forEach(replica -> parts.add(() -> replica.errors(at)));
    int errors = threads.run(parts).stream().mapToInt(Integer::intValue).sum();
    return (double) errors / samples;
  }

  @Override
  public void close() {
    threads.close();
  }
}
