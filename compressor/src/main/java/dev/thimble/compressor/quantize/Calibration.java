/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.quantize;

import dev.thimble.compressor.network.FloatNetwork;
import dev.thimble.compressor.network.FloatVector;
import dev.thimble.compressor.network.Network;
import dev.thimble.models.data.ImageSet;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The range of each layer's real outputs, observed on images.
 *
 * @param outputs in layer order
 */
public record Calibration(List<Range> outputs) {
  /** Images that one thread looks at; ranges and counts do not depend on it. */
  private static final int PART = 50;

  public Calibration {
    outputs = List.copyOf(outputs);
  }

  /**
   * Observes the first images of {@code pixels}, which must not be test images.
   *
   * @param pixels images one after the other; at least one
   */
  public static Calibration fit(Network network, byte[] pixels, QuantizeOptions options) {
    int size = network.input().size();
    if (pixels.length == 0 || pixels.length % size != 0) {
      throw new IllegalArgumentException(
          "calibration needs at least one image of " + size + " pixels, found " + pixels.length);
    }
    int images = Math.min(options.calibrationImages(), pixels.length / size);
    FloatNetwork floats = new FloatNetwork(network);
    List<OutputObserver> observers = new ArrayList<>();
    network.layers().forEach(layer -> observers.add(new OutputObserver()));
    observe(floats, pixels, images, observers, OutputObserver::addToRange);
    if (options.percentile() < 100) {
      observe(floats, pixels, images, observers, OutputObserver::addToHistogram);
    }
    return new Calibration(
        observers.stream().map(observer -> observer.range(options.percentile())).toList());
  }

  /** Observes the first images of a set, which must not be test images. */
  public static Calibration fit(Network network, ImageSet images, QuantizeOptions options) {
    int count = Math.min(options.calibrationImages(), images.count());
    return fit(network, images.firstPixels(count), options);
  }

  private static void observe(
      FloatNetwork network,
      byte[] pixels,
      int images,
      List<OutputObserver> observers,
      Observation observation) {
    int parts = (images + PART - 1) / PART;
    List<List<OutputObserver>> seen =
        IntStream.range(0, parts)
            .parallel()
            .mapToObj(
                part -> {
                  List<OutputObserver> own =
                      observers.stream().map(OutputObserver::emptyOfSameRange).toList();
                  int end = Math.min(images, (part + 1) * PART);
                  observe(network, pixels, part * PART, end, own, observation);
                  return own;
                })
            .toList();
    for (List<OutputObserver> own : seen) {
      for (int i = 0; i < own.size(); i++) {
        observers.get(i).add(own.get(i));
      }
    }
  }

  private static void observe(
      FloatNetwork network,
      byte[] pixels,
      int from,
      int to,
      List<OutputObserver> observers,
      Observation observation) {
    int size = network.network().input().size();
    for (int image = from; image < to; image++) {
      List<FloatVector> outputs = network.outputs(pixels, image * size);
      for (int i = 0; i < outputs.size(); i++) {
        observation.add(observers.get(i), outputs.get(i));
      }
    }
  }

  /** One pass's way of looking at a layer's outputs. */
  private interface Observation {
    void add(OutputObserver observer, FloatVector values);
  }
}
