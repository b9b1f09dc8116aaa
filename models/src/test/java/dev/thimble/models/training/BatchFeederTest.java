/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.models.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.thimble.models.augment.AffineAugmentation;
import dev.thimble.models.data.IdxFixture;
import dev.thimble.models.data.ImageSet;
import dev.thimble.models.data.ImageShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class BatchFeederTest {
  private static final ImageShape SHAPE = new ImageShape(1, 1, 2);

  /** Image i has the pixels (i, 255) and the label i % 5. */
  private static final ImageSet NUMBERED = numbered(23);

  private static ImageSet numbered(int count) {
    byte[] pixels = new byte[2 * count];
    for (int i = 0; i < count; i++) {
      pixels[2 * i] = (byte) i;
      pixels[2 * i + 1] = (byte) 255;
    }
    return ImageSet.labelled(SHAPE, 5, pixels, IdxFixture.labels(count, 5));
  }

  @Test
  void everyEpochHasEveryImageOnceWithItsLabel() throws InterruptedException {
    try (BatchFeeder feeder = new BatchFeeder(NUMBERED, plain(1, 0))) {
      assertThat(feeder.batchesPerEpoch()).isEqualTo(3);
      for (int epoch = 0; epoch < 3; epoch++) {
        List<Integer> seen = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
          Batch batch = feeder.next();
          assertThat(batch.epoch()).isEqualTo(epoch);
          assertThat(batch.index()).isEqualTo(i);
          assertThat(batch.size()).isEqualTo(i < 2 ? 10 : 3);
          seen.addAll(images(batch));
        }
        assertThat(seen).doesNotHaveDuplicates().hasSize(23);
      }
    }
  }

  private static List<Integer> images(Batch batch) {
    List<Integer> images = new ArrayList<>();
    for (int i = 0; i < batch.size(); i++) {
      int image = Math.round(batch.pixels()[2 * i] * 255);
      assertThat(batch.labels()[i]).isEqualTo(image % 5);
      assertThat(batch.pixels()[2 * i + 1]).isEqualTo(1f);
      images.add(image);
    }
    return images;
  }

  @Test
  void orderDependsOnSeedAndEpoch() throws InterruptedException {
    List<Integer> first = firstBatch(plain(1, 0));
    assertThat(firstBatch(plain(1, 0))).isEqualTo(first);
    assertThat(firstBatch(plain(2, 0))).isNotEqualTo(first);
    assertThat(firstBatch(plain(1, 1))).isNotEqualTo(first);
  }

  private static List<Integer> firstBatch(FeedOptions options) throws InterruptedException {
    try (BatchFeeder feeder = new BatchFeeder(NUMBERED, options)) {
      return images(feeder.next());
    }
  }

  @Test
  void resumingGivesWhatAFullRunWouldHaveGiven() throws InterruptedException {
    ImageSet images = IdxFixture.columns(25, 8, 4, 1);
    Optional<AffineAugmentation> augmentation = Optional.of(AffineAugmentation.DEFAULT);
    try (BatchFeeder full = new BatchFeeder(images, new FeedOptions(10, 9, 0, augmentation));
        BatchFeeder resumed = new BatchFeeder(images, new FeedOptions(10, 9, 2, augmentation))) {
      for (int skipped = 0; skipped < 6; skipped++) {
        full.next();
      }
      for (int i = 0; i < 4; i++) {
        Batch expected = full.next();
        Batch actual = resumed.next();
        assertThat(actual.epoch()).isEqualTo(expected.epoch());
        assertThat(actual.pixels()).isEqualTo(expected.pixels());
        assertThat(actual.labels()).isEqualTo(expected.labels());
      }
    }
  }

  @Test
  void distortionsDifferFromEpochToEpoch() throws InterruptedException {
    ImageSet images = IdxFixture.columns(1, 8, 4, 1);
    FeedOptions options = new FeedOptions(1, 1, 0, Optional.of(AffineAugmentation.DEFAULT));
    try (BatchFeeder feeder = new BatchFeeder(images, options)) {
      assertThat(feeder.next().pixels()).isNotEqualTo(feeder.next().pixels());
    }
  }

  @Test
  void closingEndsTheThreadAndFurtherBatches() {
    BatchFeeder feeder = new BatchFeeder(NUMBERED, plain(1, 0));
    feeder.close();
    feeder.close();
    assertThat(Thread.getAllStackTraces().keySet())
        .noneMatch(thread -> thread.getName().equals("thimble-batches") && thread.isAlive());
    assertThatThrownBy(feeder::next)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("this feeder is closed");
  }

  @Test
  void anInterruptedTakerIsTold() {
    try (BatchFeeder feeder = new BatchFeeder(NUMBERED, plain(1, 0))) {
      Thread.currentThread().interrupt();
      assertThatThrownBy(feeder::next).isInstanceOf(InterruptedException.class);
    }
  }

  @Test
  void refusesImagesWithoutLabels() {
    ImageSet unlabelled = ImageSet.unlabelled(SHAPE, new byte[4]);
    assertThatThrownBy(() -> new BatchFeeder(unlabelled, plain(1, 0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("training needs labels, these images have none");
  }

  @Test
  void refusesOptionsOutOfRange() {
    assertThatThrownBy(() -> new FeedOptions(0, 1, 0, Optional.empty()))
        .hasMessage("batch size must be at least 1, got 0");
    assertThatThrownBy(() -> new FeedOptions(1, 1, -1, Optional.empty()))
        .hasMessage("first epoch must be at least 0, got -1");
  }

  private static FeedOptions plain(long seed, int firstEpoch) {
    return new FeedOptions(10, seed, firstEpoch, Optional.empty());
  }
}
