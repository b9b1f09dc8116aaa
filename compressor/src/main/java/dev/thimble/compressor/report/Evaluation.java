/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.report;

import dev.thimble.models.data.ImageSet;
import dev.thimble.runtime.Model;
import dev.thimble.runtime.Session;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a file's network makes of labelled images, through {@code runtime-lite} on one thread.
 *
 * @param images number of images
 * @param errors how many of them are classified wrong
 * @param imagesPerSecond speed on the second half of the images, when the JVM has warmed up
 * @param labels names of the classes
 * @param confusion how many images of each class (outer) were taken for each class (inner)
 */
public record Evaluation(
    int images,
    int errors,
    double imagesPerSecond,
    List<String> labels,
    List<List<Integer>> confusion) {

  public Evaluation {
    labels = List.copyOf(labels);
    confusion = confusion.stream().map(List::copyOf).toList();
  }

  /** Share of wrongly classified images, in [0, 1]. */
  public double error() {
    return (double) errors / images;
  }

  /**
   * Classifies all images.
   *
   * @throws IllegalArgumentException if the images do not suit the network
   * @throws InterruptedException if this thread is interrupted
   */
  public static Evaluation of(Model model, ImageSet images) throws InterruptedException {
    requireFit(model, images);
    int classes = model.classCount();
    int[][] confusion = new int[classes][classes];
    Session session = model.newSession();
    byte[] pixels = new byte[model.inputSize()];
    int errors = 0;
    int half = images.count() / 2;
    long began = System.nanoTime();
    for (int i = 0; i < images.count(); i++) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      if (i == half) {
        began = System.nanoTime();
      }
      images.copyPixels(i, pixels, 0);
      int found = session.classify(pixels);
      confusion[images.label(i)][found]++;
      errors += found == images.label(i) ? 0 : 1;
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    return new Evaluation(
        images.count(), errors, (images.count() - half) / seconds, labels(model), boxed(confusion));
  }

  private static void requireFit(Model model, ImageSet images) {
    if (model.inputChannels() != images.channels()
        || model.inputHeight() != images.height()
        || model.inputWidth() != images.width()) {
      throw new IllegalArgumentException(
          "the network takes images of "
              + String.format(
                  "%dx%dx%d", model.inputChannels(), model.inputHeight(), model.inputWidth())
              + ", the data has "
              + images.shape());
    }
    if (images.classCount() > model.classCount()) {
      throw new IllegalArgumentException(
          "the network has "
              + model.classCount()
              + " classes, the data has "
              + images.classCount());
    }
  }

  private static List<String> labels(Model model) {
    List<String> labels = new ArrayList<>();
    for (int i = 0; i < model.classCount(); i++) {
      labels.add(model.label(i));
    }
    return labels;
  }

  private static List<List<Integer>> boxed(int[][] rows) {
    return Arrays.stream(rows).map(row -> Arrays.stream(row).boxed().toList()).toList();
  }
}
