/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.models.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * A data set in MNIST's four IDX files, read on demand.
 *
 * <p>Training images and test images come from different methods and different files: code that
 * decides anything must call {@link #training}, and only a final report calls {@link #test}. Shapes
 * and the class count come from the files; nothing is fixed to MNIST.
 *
 * <p>Every method throws {@link DataException} when a file it needs is missing, damaged, or does
 * not match the others.
 */
public final class DataSource {
  /** Validation images for large training files. */
  public static final int DEFAULT_VALIDATION_COUNT = 5000;

  /** Smaller training files give one image in this many instead. */
  public static final int DEFAULT_VALIDATION_SHARE = 6;

  private final String name;
  private final IdxFiles files;
  private final boolean tests;

  private DataSource(String name, IdxFiles files, boolean tests) {
    this.name = name;
    this.files = files;
    this.tests = tests;
  }

  /** MNIST from this jar; each file's SHA-256 is checked when it is read. */
  public static DataSource bundledMnist() {
    return new DataSource("MNIST", new BundledMnistFiles(), true);
  }

  /** A directory with files of MNIST's names, raw or with {@code .gz} behind the name. */
  public static DataSource directory(Path directory) throws IOException {
    return new DataSource(directory.toString(), new DirectoryFiles(directory), true);
  }

  /** The same data, whose test images are not looked at. */
  public DataSource withoutTest() {
    return new DataSource(name, files, false);
  }

  /** How reports call this data. */
  public String name() {
    return name;
  }

  public boolean hasTraining() throws IOException {
    return files.find(IdxNames.TRAINING_IMAGES).isPresent();
  }

  public boolean hasTest() throws IOException {
    return tests && files.find(IdxNames.TEST_IMAGES).isPresent();
  }

  /** Whether there is a file of calibration images. */
  public boolean hasCalibration() throws IOException {
    return files.find(IdxNames.CALIBRATION_IMAGES).isPresent();
  }

  /**
   * The training file, split with the default number of validation images: {@link
   * #DEFAULT_VALIDATION_COUNT}, or one in {@link #DEFAULT_VALIDATION_SHARE} if that is less.
   */
  public TrainingData training(long seed) throws IOException {
    ImageSet all = labelled(IdxNames.TRAINING_IMAGES, IdxNames.TRAINING_LABELS, 0);
    int share = Math.max(1, all.count() / DEFAULT_VALIDATION_SHARE);
    return split(all, seed, Math.min(DEFAULT_VALIDATION_COUNT, share));
  }

  /**
   * The training file, split at random: the same seed and count give the same split.
   *
   * @param validationCount how many images go to validation; at least 1, and fewer than there are
   */
  public TrainingData training(long seed, int validationCount) throws IOException {
    return split(
        labelled(IdxNames.TRAINING_IMAGES, IdxNames.TRAINING_LABELS, 0), seed, validationCount);
  }

  /** The test images; the last thing a program reads, to report on what it made. */
  public ImageSet test() throws IOException {
    if (!tests) {
      throw DataException.of(name, "test images", "data without them");
    }
    Optional<IdxFiles.Source> trainingLabels = files.find(IdxNames.TRAINING_LABELS);
    int classes =
        trainingLabels.isPresent() ? IdxReader.read(trainingLabels.get(), 1, 1).max() + 1 : 0;
    return labelled(IdxNames.TEST_IMAGES, IdxNames.TEST_LABELS, classes);
  }

  /** The images of the calibration file, which have no labels. */
  public ImageSet calibration() throws IOException {
    IdxArray images = IdxReader.read(require(IdxNames.CALIBRATION_IMAGES), 3, 4);
    return ImageSet.unlabelled(images.imageShape(), images.data());
  }

  private TrainingData split(ImageSet all, long seed, int validationCount) throws DataException {
    if (validationCount < 1 || validationCount >= all.count()) {
      throw DataException.of(
          files.describe(IdxNames.TRAINING_IMAGES),
          "more images than the " + validationCount + " for validation (at least 1)",
          all.count());
    }
    int[] order = new SeededRandom(seed).permutation(all.count());
    ImageSet validation = all.subset(Arrays.copyOf(order, validationCount));
    ImageSet training = all.subset(Arrays.copyOfRange(order, validationCount, order.length));
    return new TrainingData(training, validation);
  }

  /** Reads images with labels; {@code classes} is 0 where the labels themselves tell. */
  private ImageSet labelled(String imageName, String labelName, int classes) throws IOException {
    IdxFiles.Source labelSource = require(labelName);
    IdxFiles.Source imageSource = require(imageName);
    IdxArray labels = IdxReader.read(labelSource, 1, 1);
    IdxArray images = IdxReader.read(imageSource, 3, 4);
    if (images.count() != labels.count()) {
      throw DataException.of(
          labelSource.description(),
          images.count() + " labels, as many as images in " + imageSource.description(),
          labels.count());
    }
    int classCount = classes == 0 ? labels.max() + 1 : classes;
    if (labels.max() >= classCount) {
      throw DataException.of(
          labelSource.description(),
          "labels below " + classCount + ", as in " + files.describe(IdxNames.TRAINING_LABELS),
          labels.max());
    }
    return ImageSet.ofOwned(images.imageShape(), classCount, images.data(), labels.data());
  }

  private IdxFiles.Source require(String fileName) throws IOException {
    return files
        .find(fileName)
        .orElseThrow(
            () ->
                DataException.of(
                    files.describe(fileName), "this file (or the same with .gz)", "nothing"));
  }
}
