/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.dl4j;

import dev.thimble.compressor.network.FloatVector;
import dev.thimble.compressor.network.Network;
import dev.thimble.compressor.network.PrunedWeights;
import dev.thimble.compressor.network.WeightedLayer;
import dev.thimble.compressor.network.Weights;
import dev.thimble.models.training.SharpnessAwareness;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A mutable copy of a network that Deeplearning4j trains. The full-precision <em>shadow</em>
 * parameters live here; a {@link Projection} maps them to what the network computes with (pruned,
 * rounded, shared), and the gradient of the projected network is applied to the shadow
 * (straight-through estimator: Bengio et al., 2013, <a
 * href="https://arxiv.org/abs/1308.3432">arXiv:1308.3432</a>).
 *
 * <p>A batch is divided into two parts whose gradients are computed at the same time and added in a
 * fixed order: twice as fast on two cores, and the same bits whatever the number of cores.
 */
public final class TrainableNetwork implements AutoCloseable {

  private static final int PARTS = 2;
  private static final int MAX_PIXEL = 255;

  private final ParameterLayout layout;
  private final List<Replica> replicas = new ArrayList<>();
  private final PartThreads threads;
  private final float[] shadow;
  private final SharpnessAwareness sharpness;
  private final float inputGain;
  private final float inputOffset;
  private int iteration;

  /**
   * @param network what to train; its full-precision values are the start
   * @param teacher what to learn from, if the distillation's share is above 0
   * @param sharpness how far around the weights a step looks
   * @param steps number of steps of the whole training, for the learning-rate schedule
   */
  public TrainableNetwork(
      Network network,
      Network teacher,
      Distillation distillation,
      SharpnessAwareness sharpness,
      double learningRate,
      int steps) {
    this.sharpness = sharpness;
    layout = ParameterLayout.of(network);
    shadow = parameters(network, layout);
    inputGain = (float) (network.inputScale() * MAX_PIXEL);
    inputOffset = (float) (-network.inputScale() * network.inputZeroPoint());
    for (int part = 0; part < PARTS; part++) {
      MultiLayerConfiguration configuration =
          Configurations.trainable(network, learningRate, steps);
      MultiLayerNetwork teacherCopy =
          distillation.share() > 0 ? Configurations.inference(teacher) : null;
      replicas.add(new Replica(configuration, teacherCopy, distillation));
    }
    threads = new PartThreads("gradient", "training", PARTS);
  }

  /**
   * Checks that a network can be trained.
   *
   * @throws IllegalArgumentException naming the layer that cannot
   */
  public static void requireTrainable(Network network) {
    Configurations.trainable(network, 1, 1);
  }

  /** Where each layer's parameters stand. */
  public ParameterLayout layout() {
    return layout;
  }

  /** The shadow parameters, owned by this object: reading is free, writing changes the training. */
  public float[] shadow() {
    return shadow;
  }

  /** What the steps so far have left. */
  public OptimizerState state() {
    return new OptimizerState(
        iteration, FloatVector.of(shadow), FloatVector.of(Replica.get(moments())));
  }

  /**
   * Takes over what steps on another copy of the same network have left.
   *
   * @throws IllegalArgumentException if it is of another number of parameters
   */
  public void restore(OptimizerState state) {
    if (state.shadow().length() != shadow.length) {
      throw new IllegalArgumentException(
          "expected the state of "
              + shadow.length
              + " parameters, found that of "
              + state.shadow().length());
    }
    System.arraycopy(state.shadow().toArray(), 0, shadow, 0, shadow.length);
    Replica.put(moments(), state.moments().toArray());
    iteration = state.steps();
  }

  private INDArray moments() {
    return updating().getUpdater().getStateViewArray();
  }

  /** The replica's network whose updater makes steps of gradients. */
  private MultiLayerNetwork updating() {
    return replicas.get(PARTS - 1).net();
  }

  /**
   * Does one step.
   *
   * @param images brightness of pixels, 0 … 1, [samples, inputs]; the network's input scale and
   *     zero point make real values of it
   * @param labels class a sample
   * @param projection what the network computes with
   * @return mean loss a sample
   * @throws InterruptedException if this thread is interrupted
   */
  public double step(float[] images, int[] labels, Projection projection)
      throws InterruptedException {
    float[] projected = shadow.clone();
    projection.project(projected);
    Slope slope = slope(images, labels, projected);
    double loss = slope.loss();
    if (sharpness.isOn()) {
      climb(projected, slope.gradient());
      slope = slope(images, labels, projected);
    }
    projection.pullBack(slope.gradient());
    update(slope.gradient(), labels.length, projection);
    return loss / labels.length;
  }

  private Slope slope(float[] images, int[] labels, float[] parameters)
      throws InterruptedException {
    List<float[]> gradients =
        inParts(
            images,
            labels.length,
            parameters,
            (replica, part, from, to) ->
                replica.gradient(part, Arrays.copyOfRange(labels, from, to)));
    float[] gradient = null;
    double loss = 0;
    for (int part = 0; part < PARTS; part++) {
      float[] add = gradients.get(part);
      if (add.length == 0) {
        continue; // a batch of one sample has an empty first part
      }
      loss += replicas.get(part).lastLoss();
      if (gradient == null) {
        gradient = add;
      } else {
        for (int i = 0; i < add.length; i++) {
          gradient[i] += add[i];
        }
      }
    }
    return new Slope(gradient, loss);
  }

  /** Moves parameters to where the loss is about highest nearby; what is pruned stays 0. */
  private void climb(float[] projected, float[] gradient) {
    double squares = 0;
    for (int i = 0; i < gradient.length; i++) {
      squares += isPruned(projected, i) ? 0 : (double) gradient[i] * gradient[i];
    }
    float factor = (float) sharpness.factor(Math.sqrt(squares));
    for (int i = 0; i < gradient.length; i++) {
      projected[i] += isPruned(projected, i) ? 0 : factor * gradient[i];
    }
  }

  private boolean isPruned(float[] projected, int i) {
    return projected[i] == 0 && shadow[i] != 0;
  }

  private void update(float[] gradient, int samples, Projection projection) {
    MultiLayerNetwork net = updating();
    INDArray view = net.getFlattenedGradients();
    Replica.put(view, gradient);
    net.getUpdater()
        .update(net, net.gradient(), iteration++, 0, samples, LayerWorkspaceMgr.noWorkspaces());
    float[] step = Replica.get(view);
    projection.restrain(step);
    for (int i = 0; i < shadow.length; i++) {
      shadow[i] -= step[i];
    }
  }

  /**
   * Classifies images.
   *
   * @param images brightness of pixels, 0 … 1, [samples, inputs]
   * @return class a sample, of the network with projected parameters
   * @throws InterruptedException if this thread is interrupted
   */
  public int[] classify(float[] images, int samples, Projection projection)
      throws InterruptedException {
    float[] projected = shadow.clone();
    projection.project(projected);
    List<float[]> outputs =
        inParts(
            images,
            samples,
            projected,
            (replica, part, from, to) -> replica.output(part, to - from));
    int[] classes = new int[samples];
    int sample = 0;
    int outputSize = replicas.get(0).classes();
    for (float[] output : outputs) {
      for (int base = 0; base < output.length; base += outputSize) {
        classes[sample++] = argMax(output, base, outputSize);
      }
    }
    return classes;
  }

  /** Lets each replica work on its part of the samples, at the same time; results in order. */
  private List<float[]> inParts(float[] images, int samples, float[] parameters, PartOfBatch work)
      throws InterruptedException {
    int inputs = images.length / samples;
    List<Callable<float[]>> parts = new ArrayList<>();
    for (int part = 0; part < PARTS; part++) {
      int from = samples * part / PARTS;
      int to = samples * (part + 1) / PARTS;
      Replica replica = replicas.get(part);
      parts.add(
          () -> {
            if (from == to) {
              return new float[0];
            }
            replica.setParameters(parameters);
            return work.compute(replica, realInputs(images, from * inputs, to * inputs), from, to);
          });
    }
    return threads.run(parts);
  }

  private float[] realInputs(float[] images, int from, int to) {
    float[] values = new float[to - from];
    for (int i = 0; i < values.length; i++) {
      values[i] = inputGain * images[from + i] + inputOffset;
    }
    return values;
  }

  private static int argMax(float[] values, int base, int count) {
    int best = 0;
    for (int i = 1; i < count; i++) {
      if (values[base + i] > values[base + best]) {
        best = i;
      }
    }
    return best;
  }

  /** Full-precision parameters of a network, in Deeplearning4j's order. */
  static float[] parameters(Network network, ParameterLayout layout) {
    float[] parameters = new float[layout.size()];
    List<WeightedLayer> layers = network.weightedLayers();
    for (int i = 0; i < layers.size(); i++) {
      ParameterLayout.Segment segment = layout.segments().get(i);
      float[] weights = underlying(layers.get(i).weights());
      System.arraycopy(weights, 0, parameters, segment.weightOffset(), weights.length);
      System.arraycopy(
          layers.get(i).bias().toArray(), 0, parameters, segment.biasOffset(), segment.rows());
    }
    return parameters;
  }

  private static float[] underlying(Weights weights) {
    return weights instanceof PrunedWeights pruned ? pruned.values() : weights.effective();
  }

  /** Gradient of the summed loss of a batch, and that loss. */
  private record Slope(float[] gradient, double loss) {}

  /** What a replica computes of the samples {@code from} … {@code to}, whose images it is given. */
  private interface PartOfBatch {
    float[] compute(Replica replica, float[] images, int from, int to);
  }

  @Override
  public void close() {
    threads.close();
  }
}
