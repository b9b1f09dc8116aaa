/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.ratedistortion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.thimble.compressor.dl4j.Distillation;
import dev.thimble.compressor.entropy.WeightCoder;
import dev.thimble.compressor.network.FloatNetwork;
import dev.thimble.compressor.network.Network;
import dev.thimble.compressor.network.PrunedWeights;
import dev.thimble.compressor.network.RandomNetworks;
import dev.thimble.compressor.network.TinyNetworks;
import dev.thimble.compressor.network.WeightedLayer;
import dev.thimble.compressor.network.Weights;
import dev.thimble.compressor.quantize.Calibration;
import dev.thimble.compressor.quantize.Granularity;
import dev.thimble.compressor.quantize.IntegerNetwork;
import dev.thimble.compressor.quantize.QuantizeOptions;
import dev.thimble.compressor.quantize.Quantizer;
import dev.thimble.compressor.retrain.ToyData;
import dev.thimble.compressor.sensitivity.forward.RealEvaluator;
import dev.thimble.compressor.sensitivity.forward.Samples;
import dev.thimble.models.data.ImageSet;
import dev.thimble.models.training.TrainingListener;
import dev.thimble.models.training.TrainingProgress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RateDistortionTest {
  private static final double SCALE = 0.25;
  private static final int LARGEST = 3;
  private static final int IMAGES = 400;
  private static final QuantizeOptions QUANTIZE =
      new QuantizeOptions(Granularity.LAYER, 3, 100, 100, 0.25, 0.5);

  private static final Network TEACHER =
      TinyNetworks.dense(new int[] {ToyData.PIXELS, 20, ToyData.CLASSES}, 5);

  private final ImageSet images = ToyData.make(1).training().first(IMAGES);
  private final Network network = onGrid(2);
  private final Progress progress = new Progress();

  /** A random network with half of its weights, all of them levels 1 to 3 of one scale. */
  private static Network onGrid(long seed) {
    Network dense = TinyNetworks.dense(new int[] {ToyData.PIXELS, 12, ToyData.CLASSES}, seed);
    List<Weights> pruned = new ArrayList<>();
    for (WeightedLayer layer : dense.weightedLayers()) {
      float[] values = layer.weights().effective();
      boolean[] kept = new boolean[values.length];
      for (int i = 0; i < values.length; i++) {
        int level = (int) Math.min(LARGEST, 1 + Math.abs(values[i]) / SCALE);
        values[i] = (float) (Math.signum(values[i]) * level * SCALE);
        kept[i] = i % 2 == 0;
      }
      pruned.add(PrunedWeights.of(layer.rows(), layer.columns(), values, kept));
    }
    return dense.withWeights(pruned);
  }

  @Test
  void lowersWhatTheNetworkCosts() throws InterruptedException {
    for (double lambda : new double[] {1e-6, 1e-3, 1e-1}) {
      Network chosen = optimize(lambda, 2, 1);
      double before = loss(network) + lambda * bits(network);
      assertThat(loss(chosen) + lambda * bits(chosen)).isLessThan(before);
    }
  }

  @Test
  void takesFewerBitsTheMoreTheyAreWorth() throws InterruptedException {
    assertThat(bits(optimize(1e-1, 1, 1))).isLessThan(bits(optimize(1e-3, 1, 1)));
    assertThat(loss(optimize(1e-6, 1, 1))).isLessThan(loss(optimize(1e-1, 1, 1)));
  }

  @Test
  void comesCloserToTheTeacherWithDistillation() throws InterruptedException {
    Network alone = optimize(1e-6, Distillation.NONE, 2, 1);
    Network taught = optimize(1e-6, new Distillation(1, 1), 2, 1);
    assertThat(distance(taught)).isLessThan(distance(network));
    assertThat(distance(taught)).isLessThan(distance(alone));
  }

  @Test
  void staysOnTheGridAndBringsNoWeightBack() throws InterruptedException {
    Network chosen = optimize(1e-3, 2, 1);
    for (int layer = 0; layer < 2; layer++) {
      Weights before = network.weightedLayers().get(layer).weights();
      Weights after = chosen.weightedLayers().get(layer).weights();
      float[] values = after.effective();
      for (int i = 0; i < values.length; i++) {
        assertThat(values[i] / SCALE).isEqualTo(Math.rint(values[i] / SCALE));
        assertThat(Math.abs(values[i])).isLessThanOrEqualTo((float) (LARGEST * SCALE));
        assertThat(after.isKept(i)).isEqualTo(values[i] != 0);
        assertThat(before.isKept(i) || values[i] == 0).isTrue();
        assertThat(values[i] * before.effective()[i]).isGreaterThanOrEqualTo(0);
      }
    }
  }

  @Test
  void sameSeedGivesTheSameLevels() throws InterruptedException {
    float[] first = optimize(1e-3, 1, 7).weightedLayers().get(0).weights().effective();
    assertThat(optimize(1e-3, 1, 7).weightedLayers().get(0).weights().effective()).isEqualTo(first);
  }

  @Test
  void showsHowFarItIs() throws InterruptedException {
    Network chosen = optimize(1e-3, 2, 1);
    assertThat(progress.epochs).hasSize(2);
    TrainingProgress last = progress.epochs.get(1);
    assertThat(last.step()).isEqualTo(last.steps());
    assertThat(last.timeLeft()).isZero();
    assertThat(last.loss()).isCloseTo(loss(chosen), org.assertj.core.api.Assertions.within(1e-4));
  }

  @Test
  void stopsWhenInterrupted() {
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> optimize(1e-3, 1, 1)).isInstanceOf(InterruptedException.class);
  }

  @Test
  void refusesMoreImagesThanTheHeapHolds() {
    RateDistortionOptions options =
        new RateDistortionOptions(1e-6, 40_000, Distillation.NONE, true, 1);
    Network lenet5 = RandomNetworks.lenet5(1, 1);
    RateDistortion.requireMemory(lenet5, options, 55_000, 2_000_000_000);
    RateDistortion.requireMemory(lenet5, options, 1_000, 300_000_000);
    assertThatThrownBy(() -> RateDistortion.requireMemory(lenet5, options, 55_000, 1_000_000_000))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "choosing levels with 40,000 images expects 1,799 MB of memory, found 1,000 MB; give"
                + " more with JAVA_TOOL_OPTIONS=-Xmx1717m, or let the recipe take fewer images");
  }

  private Network optimize(double lambda, int sweeps, long seed) throws InterruptedException {
    return optimize(lambda, Distillation.NONE, sweeps, seed);
  }

  private Network optimize(double lambda, Distillation distillation, int sweeps, long seed)
      throws InterruptedException {
    return RateDistortion.optimize(
        network,
        TEACHER,
        images,
        Calibration.fit(network, images, QUANTIZE),
        QUANTIZE,
        new RateDistortionOptions(lambda, IMAGES, distillation, false, sweeps),
        seed,
        progress);
  }

  private double loss(Network of) {
    return new RealEvaluator(of, Samples.first(images, IMAGES)).original().loss();
  }

  /** Mean cross entropy of a network's probabilities, against those of the teacher. */
  private double distance(Network of) {
    FloatNetwork own = new FloatNetwork(of);
    FloatNetwork teacher = new FloatNetwork(TEACHER);
    double sum = 0;
    for (int i = 0; i < IMAGES; i++) {
      byte[] pixels = images.pixels(i);
      double[] target = probabilities(teacher.logits(pixels));
      double[] found = probabilities(own.logits(pixels));
      for (int j = 0; j < target.length; j++) {
        sum -= target[j] * Math.log(found[j]);
      }
    }
    return sum / IMAGES;
  }

  private static double[] probabilities(float[] logits) {
    double[] exponentials = new double[logits.length];
    for (int i = 0; i < logits.length; i++) {
      exponentials[i] = Math.exp(logits[i]);
    }
    double sum = Arrays.stream(exponentials).sum();
    return Arrays.stream(exponentials).map(value -> value / sum).toArray();
  }

  private double bits(Network of) {
    Network quantized = new Quantizer(QUANTIZE).quantize(of);
    Calibration calibration = Calibration.fit(network, images, QUANTIZE);
    return WeightCoder.rangeBits(
        IntegerNetwork.of(quantized, calibration, QUANTIZE).weightedLayers());
  }

  private static final class Progress implements TrainingListener {
    private final List<TrainingProgress> epochs = new ArrayList<>();

    @Override
    public void onStep(TrainingProgress progress) {
      assertThat(progress.step()).isBetween(0L, progress.steps());
    }

    @Override
    public void onEpoch(TrainingProgress progress) {
      epochs.add(progress);
    }
  }
}
