/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.models.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.thimble.models.ReferenceNetwork;
import dev.thimble.models.augment.AffineAugmentation;
import dev.thimble.models.data.DataSource;
import dev.thimble.models.data.IdxFixture;
import dev.thimble.models.data.TrainingData;
import dev.thimble.models.training.SharpnessAwareness;
import dev.thimble.models.training.TrainingListener;
import dev.thimble.models.training.TrainingOptions;
import dev.thimble.models.training.TrainingProgress;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;

final class TrainerTest {
  private static final TrainingData COLUMNS =
      new TrainingData(IdxFixture.columns(200, 8, 4, 1), IdxFixture.columns(50, 8, 4, 2));

  @Test
  void learnsDigitsFromAPartOfMnist() throws IOException, InterruptedException {
    TrainingData mnist = DataSource.bundledMnist().training(1);
    TrainingData part = new TrainingData(mnist.training().first(5000), mnist.validation());
    TrainingOptions options =
        new TrainingOptions(
            4, 64, 1e-3, 1, Optional.of(AffineAugmentation.DEFAULT), SharpnessAwareness.NONE);
    TrainedNetwork trained =
        new Trainer(ReferenceNetwork.LENET_300_100, options, TrainingListener.SILENT).train(part);
    // Chance is 90 %; 9 % is what 4 epochs of a twelfth of the images reach with room to spare.
    assertThat(trained.validationError()).isLessThan(0.09);
    assertThat(trained.error(part.validation())).isEqualTo(trained.validationError());
  }

  @Test
  void sameSeedGivesSameBytesOnOneMachine() throws IOException, InterruptedException {
    byte[] first = bytes(train(3, 1, TrainingListener.SILENT));
    assertThat(bytes(train(3, 1, TrainingListener.SILENT))).isEqualTo(first);
    assertThat(bytes(train(3, 2, TrainingListener.SILENT))).isNotEqualTo(first);
  }

  @Test
  void checkpointsAreReadByDeeplearning4j() throws IOException, InterruptedException {
    TrainedNetwork trained = train(2, 1, TrainingListener.SILENT);
    MultiLayerNetwork restored =
        ModelSerializer.restoreMultiLayerNetwork(new ByteArrayInputStream(bytes(trained)));
    assertThat(restored.params()).isEqualTo(trained.network().params());
    assertThat(ErrorRate.of(restored, COLUMNS.validation())).isEqualTo(trained.validationError());
    assertThat(restored.getLayerWiseConfigurations().toJson()).doesNotContain("dev.thimble");
  }

  @Test
  void reportsEveryStepAndEpoch() throws InterruptedException {
    List<TrainingProgress> steps = new ArrayList<>();
    List<TrainingProgress> epochs = new ArrayList<>();
    train(
        8,
        1,
        new TrainingListener() {
          @Override
          public void onStep(TrainingProgress progress) {
            steps.add(progress);
          }

          @Override
          public void onEpoch(TrainingProgress progress) {
            epochs.add(progress);
          }
        });
    assertThat(steps).hasSize(56).extracting(TrainingProgress::steps).containsOnly(56L);
    assertThat(steps.get(0).validationError()).isNaN();
    assertThat(steps.get(55).timeLeft()).isZero();
    assertThat(epochs).extracting(TrainingProgress::epoch).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
    assertThat(epochs.get(7).loss()).isLessThan(steps.get(0).loss());
  }

  @Test
  void anInterruptLeavesTheBestSoFar() throws InterruptedException {
    TrainedNetwork trained = train(50, 1, interruptAt(3));
    assertThat(Thread.interrupted()).isTrue();
    assertThat(trained.epochsDone()).isEqualTo(2);
    assertThat(trained.bestEpoch()).isBetween(1, 2);
    assertThat(trained.error(COLUMNS.validation())).isEqualTo(trained.validationError());
  }

  @Test
  void anInterruptBeforeTheFirstValidationLeavesNothing() {
    assertThatThrownBy(() -> train(50, 1, interruptAt(1))).isInstanceOf(InterruptedException.class);
  }

  @Test
  void sharpnessAwareStepsOfNoLengthArePlainSteps() throws InterruptedException {
    float[] plain = weights(SharpnessAwareness.NONE);
    assertThat(weights(new SharpnessAwareness(1e-12)))
        .usingComparatorWithPrecision(1e-5f)
        .containsExactly(plain);
    assertThat(weights(new SharpnessAwareness(0.5))).isNotEqualTo(plain);
  }

  private static float[] weights(SharpnessAwareness sharpness) throws InterruptedException {
    return train(2, 1, sharpness, TrainingListener.SILENT).network().params().toFloatVector();
  }

  private static TrainingListener interruptAt(int epoch) {
    return progress -> {
      if (progress.epoch() == epoch) {
        Thread.currentThread().interrupt();
      }
    };
  }

  private static TrainedNetwork train(int epochs, long seed, TrainingListener listener)
      throws InterruptedException {
    return train(epochs, seed, SharpnessAwareness.NONE, listener);
  }

  private static TrainedNetwork train(
      int epochs, long seed, SharpnessAwareness sharpness, TrainingListener listener)
      throws InterruptedException {
    TrainingOptions options =
        new TrainingOptions(
            epochs, 32, 1e-3, seed, Optional.of(AffineAugmentation.DEFAULT), sharpness);
    return new Trainer(ReferenceNetwork.LENET_300_100, options, listener).train(COLUMNS);
  }

  private static byte[] bytes(TrainedNetwork trained) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    trained.write(out);
    return out.toByteArray();
  }
}
