/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.thimble.runtime.Model;
import dev.thimble.runtime.Session;
import java.util.ArrayList;
import java.util.List;

/**
 * What a file's network says of one image.
 *
 * @param image its name
 * @param label name of the class with the highest score
 * @param scores all classes in order
 */
public record Prediction(String image, String label, List<ClassScore> scores) {
  private static final double PROBABILITY_UNIT = 1.0 / (1 << 16);

  public Prediction {
    scores = List.copyOf(scores);
  }

  /**
   * A class.
   *
   * @param score as the network computes it
   * @param logit the score in the original network's unit
   * @param probability share of 1, or null if the network does not end with a softmax
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record ClassScore(String label, int score, double logit, Double probability) {}

  /**
   * Classifies an image.
   *
   * @param pixels unsigned {@code [channels, height, width]}
   */
  public static Prediction of(Model model, Session session, String image, byte[] pixels) {
    int classes = model.classCount();
    int[] scores = new int[classes];
    int[] probabilities = new int[classes];
    int best = session.classify(pixels);
    session.scores(scores);
    session.probabilities(probabilities);
    boolean softmax = model.description().endsWithSoftmax();
    List<ClassScore> all = new ArrayList<>();
    for (int i = 0; i < classes; i++) {
      all.add(
          new ClassScore(
              model.label(i),
              scores[i],
              (double) scores[i] * model.outputScale(),
              softmax ? probabilities[i] * PROBABILITY_UNIT : null));
    }
    return new Prediction(image, model.label(best), all);
  }
}
