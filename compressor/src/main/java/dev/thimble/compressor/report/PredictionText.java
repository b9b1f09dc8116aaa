/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.report;

import dev.thimble.compressor.report.Prediction.ClassScore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A prediction for people: the picture, and beside it the classes with their scores. */
public final class PredictionText {
  private static final int MAX_CLASSES = 10;
  private static final int BAR_LENGTH = 20;
  private static final String GAP = "   ";

  private PredictionText() {}

  /**
   * The text of one image.
   *
   * @param picture its lines, all of one length
   */
  public static String of(Prediction prediction, List<String> picture) {
    List<String> scores = scores(prediction.scores());
    String blank = " ".repeat(picture.get(0).length());
    StringBuilder text = new StringBuilder();
    text.append(prediction.image()).append(": ").append(prediction.label()).append('\n');
    for (int i = 0; i < Math.max(picture.size(), scores.size()); i++) {
      String left = i < picture.size() ? picture.get(i) : blank;
      String right = i < scores.size() ? scores.get(i) : "";
      text.append(("|" + left + "|" + GAP + right).stripTrailing()).append('\n');
    }
    return text.toString();
  }

  private static List<String> scores(List<ClassScore> classes) {
    List<ClassScore> shown = new ArrayList<>(classes);
    if (classes.size() > MAX_CLASSES) {
      shown.sort(Comparator.comparingInt(ClassScore::score).reversed());
      shown = shown.subList(0, MAX_CLASSES);
    }
    TextTable table = new TextTable("class", "logit", "probability", "");
    for (ClassScore score : shown) {
      table.row(
          score.label(),
          Figures.hundredths(score.logit()),
          Figures.percentOrNone(score.probability()),
          bar(score.probability()));
    }
    return table.toString().lines().toList();
  }

  private static String bar(Double probability) {
    int length = probability == null ? 0 : (int) Math.round(probability * BAR_LENGTH);
    return "#".repeat(length) + " ".repeat(BAR_LENGTH - length);
  }
}
