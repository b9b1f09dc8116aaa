/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.sensitivity.report;

import dev.thimble.compressor.chart.Axis;
import dev.thimble.compressor.chart.NumberText;
import dev.thimble.compressor.sensitivity.Setting;

/**
 * How a sweep is spoken of.
 *
 * @param changed what happened to a layer
 */
record SweepWords(
    Setting setting, String id, String title, String changed, String lead, Axis axis) {

  static SweepWords of(Setting setting) {
    return switch (setting) {
      case BITS ->
          new SweepWords(
              setting,
              "bits",
              "Width of the weights",
              "narrowed",
              "Every layer\u2019s weights are rounded to 8, 7, \u2026 1 bit: once this layer alone,"
                  + " once all others. Nothing is retrained.",
              Axis.linear("Width of a weight", "bits").descending());
      case DENSITY ->
          new SweepWords(
              setting,
              "densities",
              "Number of weights",
              "thinned out",
              "Of every layer only the largest weights are kept, the others become 0: once in this"
                  + " layer alone, once in all others. Nothing is retrained; a recipe retrains, and"
                  + " so gets by with fewer.",
              Axis.log10("Kept weights", "%").descending());
      case CODEBOOK ->
          new SweepWords(
              setting,
              "codebooks",
              "Number of different values",
              "clustered",
              "Every layer\u2019s weights share 256, 128, \u2026 2 values (k-means): once in this"
                  + " layer alone, once in all others. Nothing is retrained.",
              Axis.log2("Size of the codebook", "values").descending());
    };
  }

  /** A setting with its unit. */
  String describe(double value) {
    return switch (setting) {
      case BITS -> NumberText.of(value) + (value == 1 ? " bit" : " bits");
      case DENSITY -> NumberText.of(100 * value) + " %";
      case CODEBOOK -> NumberText.of(value) + " values";
    };
  }

  Column column(String key, String titlePrefix) {
    return switch (setting) {
      case BITS -> Column.number(key + "_bits", titlePrefix + "width (bits)");
      case DENSITY -> Column.percent(key + "_share", titlePrefix + "kept weights");
      case CODEBOOK -> Column.number(key + "_values", titlePrefix + "codebook");
    };
  }
}
