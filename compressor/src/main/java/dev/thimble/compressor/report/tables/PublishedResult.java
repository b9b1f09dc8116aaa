/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.report.tables;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.thimble.compressor.report.Figures;
import dev.thimble.models.ReferenceNetwork;
import java.util.ArrayList;
import java.util.List;

/**
 * What a paper says of a compressed network on MNIST.
 *
 * @param network the network
 * @param method short name of the method
 * @param source authors and year
 * @param errorBefore test error of the paper's own original, in [0, 1]; null if it is not known
 * @param error test error after compression, in [0, 1]
 * @param bytes the size, a kilobyte being 1,000 bytes; null where only weights are counted
 * @param ratio how many times smaller as the paper says it; null if it does not
 * @param weights non-zero weights; null where bytes are counted
 * @param counts what the size counts
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PublishedResult(
    String network,
    String method,
    String source,
    Double errorBefore,
    double error,
    Integer bytes,
    Integer ratio,
    Integer weights,
    String counts) {

  private static final int KILOBYTE = 1000;

  public PublishedResult {
    if (!(error > 0 && error < 1)) {
      throw new IllegalArgumentException(method + ": expected an error in (0, 1), found " + error);
    }
    if (bytes == null && ratio == null && weights == null) {
      throw new IllegalArgumentException(method + ": expected a size, found none");
    }
  }

  /**
   * A row in the units of the papers.
   *
   * @param errorBefore in percent, or null
   * @param error in percent
   * @param kilobytes the size
   * @param ratio how many times smaller, or null
   */
  static PublishedResult ofBytes(
      ReferenceNetwork network,
      String method,
      String source,
      Double errorBefore,
      double error,
      double kilobytes,
      Integer ratio,
      String counts) {
    return new PublishedResult(
        network.id(),
        method,
        source,
        errorBefore == null ? null : share(errorBefore),
        share(error),
        (int) Math.round(KILOBYTE * kilobytes),
        ratio,
        null,
        counts);
  }

  /**
   * A row that counts weights.
   *
   * @param error in percent
   * @param ratio how many times fewer weights, or null
   * @param weights those that are not zero, or null
   */
  static PublishedResult ofWeights(
      ReferenceNetwork network,
      String method,
      String source,
      double error,
      Integer ratio,
      Integer weights,
      String counts) {
    return new PublishedResult(
        network.id(), method, source, null, share(error), null, ratio, weights, counts);
  }

  /** Percent with two decimals as the nearest number to the share. */
  private static double share(double percent) {
    return Math.round(100 * percent) / 1e4;
  }

  /** Such as {@code 44,000 B, 39x}. */
  String size() {
    List<String> parts = new ArrayList<>();
    if (bytes != null) {
      parts.add(Figures.bytes(bytes));
    }
    if (weights != null) {
      parts.add(Figures.count(weights) + " weights");
    }
    if (ratio != null) {
      parts.add(ratio + "x");
    }
    return String.join(", ", parts);
  }
}
