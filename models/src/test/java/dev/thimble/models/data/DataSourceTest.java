/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.models.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DataSourceTest {
  @TempDir private Path directory;
  private DataSource source;

  @BeforeEach
  void writeSmallDataSet() throws IOException {
    IdxFixture.writeDataSet(directory, 60, 20);
    source = DataSource.directory(directory);
  }

  @Test
  void bundledMnistIsComplete() throws IOException {
    DataSource mnist = DataSource.bundledMnist();
    TrainingData training = mnist.training(1);
    assertThat(training.training().count()).isEqualTo(55_000);
    assertThat(training.validation().count()).isEqualTo(5_000);
    assertThat(training.training().shape()).isEqualTo(new ImageShape(1, 28, 28));
    assertThat(training.training().classCount()).isEqualTo(10);
    ImageSet test = mnist.test();
    assertThat(test.count()).isEqualTo(10_000);
    assertThat(test.classCount()).isEqualTo(10);
    assertThat(test.label(0)).isEqualTo(7);
    assertThat(mnist.hasCalibration()).isFalse();
  }

  @Test
  void takesShapeAndClassesFromTheFiles() throws IOException {
    TrainingData data = source.training(1, 10);
    assertThat(data.training().count()).isEqualTo(50);
    assertThat(data.validation().count()).isEqualTo(10);
    assertThat(data.training().shape()).isEqualTo(new ImageShape(1, 8, 8));
    assertThat(source.test().classCount()).isEqualTo(4);
  }

  @Test
  void smallFilesGiveASixthToValidation() throws IOException {
    assertThat(source.training(1).validation().count()).isEqualTo(10);
  }

  @Test
  void seedDecidesTheSplit() throws IOException {
    assertThat(source.training(1, 10).validation().pixels(3))
        .isEqualTo(source.training(1, 10).validation().pixels(3))
        .isNotEqualTo(source.training(2, 10).validation().pixels(3));
  }

  @Test
  void trainingNeedsNoTestFiles() throws IOException {
    delete("t10k-images-idx3-ubyte");
    delete("t10k-labels-idx1-ubyte.gz");
    assertThat(source.hasTest()).isFalse();
    assertThat(source.training(1, 10).training().count()).isEqualTo(50);
    assertThatThrownBy(source::test)
        .isInstanceOf(DataException.class)
        .hasMessageContaining("t10k-labels-idx1-ubyte: expected this file");
  }

  @Test
  void testImagesCanBeLeftOut() throws IOException {
    DataSource without = source.withoutTest();
    assertThat(without.hasTest()).isFalse();
    assertThat(without.training(1, 10).training().count()).isEqualTo(50);
    assertThatThrownBy(without::test)
        .isInstanceOf(DataException.class)
        .hasMessage(source.name() + ": expected test images, found data without them");
  }

  @Test
  void testNeedsNoTrainingFiles() throws IOException {
    delete("train-images-idx3-ubyte");
    delete("train-labels-idx1-ubyte.gz");
    assertThat(source.hasTraining()).isFalse();
    assertThat(source.test().count()).isEqualTo(20);
    assertThatThrownBy(() -> source.training(1))
        .isInstanceOf(DataException.class)
        .hasMessage(
            directory.resolve("train-labels-idx1-ubyte")
                + ": expected this file (or the same with .gz), found nothing");
  }

  @Test
  void readsCalibrationImagesWithoutLabels() throws IOException {
    Files.write(
        directory.resolve("calibration-images-idx3-ubyte.gz"),
        IdxFixture.gzip(IdxFixture.idx(IdxFixture.pixels(7, 64), 7, 8, 8)));
    assertThat(source.hasCalibration()).isTrue();
    assertThat(source.calibration().count()).isEqualTo(7);
    assertThat(source.calibration().hasLabels()).isFalse();
  }

  @Test
  void refusesLabelsOfAnotherNumber() throws IOException {
    delete("t10k-labels-idx1-ubyte.gz");
    Files.write(
        directory.resolve("t10k-labels-idx1-ubyte"), IdxFixture.idx(IdxFixture.labels(19, 4), 19));
    assertThatThrownBy(source::test)
        .isInstanceOf(DataException.class)
        .hasMessageContaining("t10k-labels-idx1-ubyte: expected 20 labels")
        .hasMessageEndingWith("found 19");
  }

  @Test
  void refusesTestLabelsBeyondTheTrainingClasses() throws IOException {
    delete("t10k-labels-idx1-ubyte.gz");
    Files.write(
        directory.resolve("t10k-labels-idx1-ubyte"), IdxFixture.idx(IdxFixture.labels(20, 6), 20));
    assertThatThrownBy(source::test)
        .isInstanceOf(DataException.class)
        .hasMessageContaining("expected labels below 4")
        .hasMessageEndingWith("found 5");
  }

  @Test
  void refusesToValidateOnEverything() {
    assertThatThrownBy(() -> source.training(1, 60))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("expected more images than the 60 for validation")
        .hasMessageEndingWith("found 60");
    assertThatThrownBy(() -> source.training(1, 0)).isInstanceOf(DataException.class);
  }

  @Test
  void refusesADirectoryThatIsNone() {
    assertThatThrownBy(() -> DataSource.directory(directory.resolve("absent")))
        .isInstanceOf(DataException.class)
        .hasMessageEndingWith("absent: expected a directory of IDX files, found nothing");
    assertThatThrownBy(() -> DataSource.directory(directory.resolve("t10k-images-idx3-ubyte")))
        .hasMessageEndingWith("found a file");
  }

  private void delete(String name) throws IOException {
    Files.delete(directory.resolve(name));
  }
}
