/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.thimble.compressor.network.FloatNetwork;
import dev.thimble.compressor.network.FloatVector;
import dev.thimble.compressor.network.Network;
import dev.thimble.compressor.network.TinyNetworks;
import dev.thimble.models.training.SharpnessAwareness;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TrainableNetworkTest {

  private static final int SAMPLES = 7;
  private static final int INPUTS = 6;

  private final Network network = TinyNetworks.dense(new int[] {INPUTS, 5, 3}, 4);
  private final Network teacher = TinyNetworks.dense(new int[] {INPUTS, 4, 3}, 5);
  private final float[] images = images();
  private final int[] labels = {0, 2, 1, 1, 0, 2, 2};

  @Test
  void gradientIsTheSlopeOfTheLoss() throws InterruptedException {
    Distillation distillation = new Distillation(0.4, 2.5);
    float[] gradient = new float[ParameterLayout.of(network).size()];
    try (TrainableNetwork net =
        new TrainableNetwork(network, teacher, distillation, SharpnessAwareness.NONE, 1e-3, 10)) {
      net.step(images, labels, new Capture(gradient));
    }
    double delta = 1e-3;
    for (int i = 0; i < gradient.length; i += 3) {
      double slope = (loss(distillation, i, delta) - loss(distillation, i, -delta)) / (2 * delta);
      assertThat(gradient[i] / SAMPLES)
          .as("parameter %d", i)
          .isCloseTo((float) slope, within(2e-3f));
    }
  }

  @Test
  void appliesTheGradientOfTheProjectedNetworkToTheShadow() throws InterruptedException {
    Projection doubled =
        new Projection() {
          @Override
          public void project(float[] parameters) {
            for (int i = 0; i < parameters.length; i++) {
              parameters[i] *= 2;
            }
          }
        };
    try (TrainableNetwork net =
        new TrainableNetwork(
            network, network, Distillation.NONE, SharpnessAwareness.NONE, 1e-2, 10)) {
      float[] before = net.shadow().clone();
      net.step(images, labels, doubled);
      for (int i = 0; i < before.length; i++) {
        assertThat(Math.abs(net.shadow()[i] - before[i])).isLessThan(1.1e-2f);
      }
      assertThat(net.shadow()).isNotEqualTo(before);
    }
  }

  @Test
  void movesTheShadowAsFarAsTheProjectionAllows() throws InterruptedException {
    Projection onlyTheFirst =
        new Projection() {
          @Override
          public void project(float[] parameters) {}

          @Override
          public void restrain(float[] step) {
            Arrays.fill(step, 1, step.length, 0f);
            step[0] = 0.5f;
          }
        };
    try (TrainableNetwork net =
        new TrainableNetwork(
            network, network, Distillation.NONE, SharpnessAwareness.NONE, 1e-2, 10)) {
      float[] expected = net.shadow().clone();
      expected[0] -= 0.5f;
      net.step(images, labels, onlyTheFirst);
      assertThat(net.shadow()).containsExactly(expected);
    }
  }

  @Test
  void classifiesAsThePlainForwardPass() throws InterruptedException {
    FloatNetwork floats = new FloatNetwork(network);
    byte[] pixels = new byte[images.length];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) Math.round(images[i] * 255);
    }
    try (TrainableNetwork net =
        new TrainableNetwork(
            network, network, Distillation.NONE, SharpnessAwareness.NONE, 1e-3, 10)) {
      int[] classes = net.classify(images, SAMPLES, p -> {});
      for (int i = 0; i < SAMPLES; i++) {
        assertThat(classes[i]).isEqualTo(floats.classify(pixels, i * INPUTS));
      }
    }
  }

  @Test
  void sharpnessAwareGradientIsThatOfTheWorstPointNearbyWithPrunedWeightsAtZero()
      throws InterruptedException {
    float[] weights = TrainableNetwork.parameters(network, ParameterLayout.of(network));
    for (int i = 0; i < weights.length; i++) {
      weights[i] += weights[i] == 0 ? 0.05f : 0; // biases: a pruned parameter is one that was not 0
    }
    float[] here = gradientAt(SharpnessAwareness.NONE, weights);
    double norm = 0;
    for (int i = 0; i < here.length; i++) {
      norm += isPruned(i) ? 0 : (double) here[i] * here[i];
    }
    float[] worst = weights.clone();
    for (int i = 0; i < here.length; i++) {
      worst[i] += (float) (0.3 / Math.sqrt(norm)) * here[i];
    }
    float[] expected = gradientAt(SharpnessAwareness.NONE, worst);
    assertThat(gradientAt(new SharpnessAwareness(0.3), weights))
        .usingComparatorWithPrecision(1e-4f)
        .containsExactly(expected);
    assertThat(here[1]).isNotCloseTo(expected[1], within(1e-3f));
  }

  private static boolean isPruned(int parameter) {
    return parameter % 3 == 0;
  }

  /** With every third parameter pruned. */
  private float[] gradientAt(SharpnessAwareness sharpness, float[] weights)
      throws InterruptedException {
    float[] gradient = new float[weights.length];
    Projection thirdPruned =
        new Projection() {
          @Override
          public void project(float[] parameters) {
            for (int i = 0; i < parameters.length; i++) {
              parameters[i] = isPruned(i) ? 0 : parameters[i];
            }
          }

          @Override
          public void pullBack(float[] values) {
            System.arraycopy(values, 0, gradient, 0, values.length);
          }
        };
    try (TrainableNetwork net =
        new TrainableNetwork(network, network, Distillation.NONE, sharpness, 1e-3, 10)) {
      System.arraycopy(weights, 0, net.shadow(), 0, weights.length);
      net.step(images, labels, thirdPruned);
    }
    return gradient;
  }

  @Test
  void feedsPixelsAsTheNetworkScalesThem() throws InterruptedException {
    // Pixels 0 ... 255 become -1 ... 1, as an ImagePreProcessingScaler(-1, 1) has it, but for 0.
    Network shifted =
        new Network(
            network.input(), 2 / 255.0, 128, network.layers(), network.labels(), network.softmax());
    float[] inputs = new float[images.length];
    for (int i = 0; i < inputs.length; i++) {
      inputs[i] = 2 * images[i] - 256 / 255f;
    }
    double expected;
    try (TrainableNetwork net =
        new TrainableNetwork(
            network, network, Distillation.NONE, SharpnessAwareness.NONE, 1e-3, 10)) {
      expected = net.step(inputs, labels, p -> {});
    }
    try (TrainableNetwork net =
        new TrainableNetwork(
            shifted, shifted, Distillation.NONE, SharpnessAwareness.NONE, 1e-3, 10)) {
      assertThat(net.step(images, labels, p -> {})).isCloseTo(expected, within(1e-5));
    }
  }

  @Test
  void tellsTheLossOfASingleSample() throws InterruptedException {
    float[] one = Arrays.copyOf(images, INPUTS);
    float[] twice = Arrays.copyOf(one, 2 * INPUTS);
    System.arraycopy(one, 0, twice, INPUTS, INPUTS);
    double expected;
    try (TrainableNetwork net =
        new TrainableNetwork(
            network, network, Distillation.NONE, SharpnessAwareness.NONE, 1e-3, 10)) {
      expected = net.step(twice, new int[] {1, 1}, p -> {});
    }
    try (TrainableNetwork net =
        new TrainableNetwork(
            network, network, Distillation.NONE, SharpnessAwareness.NONE, 1e-3, 10)) {
      assertThat(net.step(one, new int[] {1}, p -> {})).isCloseTo(expected, within(1e-6));
    }
  }

  @Test
  void anotherCopyGoesOnToTheSameBits() throws InterruptedException {
    Distillation distillation = new Distillation(0.5, 2);
    SharpnessAwareness sharpness = new SharpnessAwareness(0.05);
    try (TrainableNetwork whole =
            new TrainableNetwork(network, teacher, distillation, sharpness, 1e-3, 10);
        TrainableNetwork other =
            new TrainableNetwork(network, teacher, distillation, sharpness, 1e-3, 10)) {
      for (int step = 0; step < 4; step++) {
        whole.step(images, labels, p -> {});
      }
      OptimizerState state = whole.state();
      assertThat(state.steps()).isEqualTo(4);
      double expected = 0;
      for (int step = 0; step < 3; step++) {
        expected = whole.step(images, labels, p -> {});
      }
      other.restore(state);
      assertThat(other.state()).isEqualTo(state);
      double loss = 0;
      for (int step = 0; step < 3; step++) {
        loss = other.step(images, labels, p -> {});
      }
      assertThat(loss).isEqualTo(expected);
      assertThat(other.state()).isEqualTo(whole.state());
    }
  }

  @Test
  void refusesTheStateOfAnotherNetwork() {
    OptimizerState state = new OptimizerState(1, FloatVector.zeros(3), FloatVector.zeros(6));
    try (TrainableNetwork net =
        new TrainableNetwork(
            network, network, Distillation.NONE, SharpnessAwareness.NONE, 1e-3, 10)) {
      int parameters = net.layout().size();
      assertThatThrownBy(() -> net.restore(state))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("expected the state of " + parameters + " parameters, found that of 3");
    }
    assertThatThrownBy(() -> new OptimizerState(1, FloatVector.zeros(3), FloatVector.zeros(5)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected 2 moments of each of 3 parameters, found 5 in all");
  }

  private double loss(Distillation distillation, int parameter, double delta)
      throws InterruptedException {
    try (TrainableNetwork net =
        new TrainableNetwork(network, teacher, distillation, SharpnessAwareness.NONE, 1e-3, 10)) {
      net.shadow()[parameter] += (float) delta;
      return net.step(images, labels, p -> {});
    }
  }

  private static float[] images() {
    Random random = new Random(8);
    float[] images = new float[SAMPLES * INPUTS];
    for (int i = 0; i < images.length; i++) {
      images[i] = random.nextInt(256) / 255f;
    }
    return images;
  }

  /** Keeps the gradient of a step. */
  private record Capture(float[] target) implements Projection {
    @Override
    public void project(float[] parameters) {}

    @Override
    public void pullBack(float[] gradient) {
      System.arraycopy(gradient, 0, target, 0, gradient.length);
    }
  }
}
