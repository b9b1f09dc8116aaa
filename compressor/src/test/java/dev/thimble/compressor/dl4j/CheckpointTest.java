/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import dev.thimble.compressor.network.FloatNetwork;
import dev.thimble.compressor.network.Layer;
import dev.thimble.compressor.network.Network;
import dev.thimble.compressor.network.Shape;
import dev.thimble.models.ReferenceNetwork;
import dev.thimble.models.data.ImageSet;
import dev.thimble.models.data.ImageShape;
import dev.thimble.models.data.TrainingData;
import dev.thimble.models.dl4j.TrainedNetwork;
import dev.thimble.models.dl4j.Trainer;
import dev.thimble.models.training.SharpnessAwareness;
import dev.thimble.models.training.TrainingListener;
import dev.thimble.models.training.TrainingOptions;
import dev.thimble.models.training.TrainingProgress;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the trainer of the reference networks writes can be read. */
class CheckpointTest {
  private static final int IMAGES = 32;
  private static final int SIDE = 28;
  private static final int CLASSES = 10;

  private final byte[] pixels = new byte[IMAGES * SIDE * SIDE];
  private final byte[] labels = new byte[IMAGES];

  CheckpointTest() {
    new Random(2).nextBytes(pixels);
    for (int i = 0; i < IMAGES; i++) {
      labels[i] = (byte) (i % CLASSES);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "LENET_300_100, 266610, fc1 fc2 fc3",
    "LENET_5, 431080, conv1 pool1 conv2 pool2 fc1 fc2"
  })
  void readsTrainedReferenceNetworks(ReferenceNetwork kind, long parameters, String layers)
      throws Exception {
    TrainedNetwork trained = train(kind);
    ByteArrayOutputStream zip = new ByteArrayOutputStream();
    trained.write(zip);

    Network network =
        ModelArchive.read(
            kind.id(), new ByteArrayInputStream(zip.toByteArray()), new Shape(1, SIDE, SIDE));

    assertThat(network.layers()).extracting(Layer::name).containsExactly(layers.split(" "));
    assertThat(network.parameters()).isEqualTo(parameters);
    assertThat(network.softmax()).isTrue();
    assertThat(new FloatNetwork(network).errors(pixels, labels))
        .isEqualTo((int) Math.round(trained.validationError() * IMAGES));
  }

  private TrainedNetwork train(ReferenceNetwork kind) throws InterruptedException {
    ImageSet images = ImageSet.labelled(new ImageShape(1, SIDE, SIDE), CLASSES, pixels, labels);
    TrainingOptions options =
        new TrainingOptions(1, IMAGES, 1e-3, 1, Optional.empty(), SharpnessAwareness.NONE);
    return new Trainer(kind, options, new Silence()).train(new TrainingData(images, images));
  }

  private static final class Silence implements TrainingListener {
    @Override
    public void onStep(TrainingProgress progress) {}

    @Override
    public void onEpoch(TrainingProgress progress) {}
  }
}
