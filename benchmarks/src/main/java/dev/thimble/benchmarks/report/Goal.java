/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.benchmarks.report;

import java.util.List;
import java.util.Optional;

/**
 * A limit that the median of a figure, measured on one thread, shall keep.
 *
 * @param network as in {@link Measurement}
 * @param subject as in {@link Measurement}
 * @param limit the largest value, in the suite's unit or as a multiple of the yardstick
 * @param yardstick the subject whose figure of the same run is the unit, or empty
 */
public record Goal(
    Suite suite, String network, String subject, double limit, Optional<String> yardstick) {

  public Goal {
    if (!(limit > 0)) {
      throw new IllegalArgumentException("limit must be above 0, found " + limit);
    }
  }

  /** A limit in the suite's unit. */
  public static Goal absolute(Suite suite, String network, String subject, double limit) {
    return new Goal(suite, network, subject, limit, Optional.empty());
  }

  /** A limit as a multiple of the suite's yardstick. */
  public static Goal relative(Suite suite, String network, String subject, double limit) {
    return new Goal(suite, network, subject, limit, suite.yardstick());
  }

  /** The figure that the limit is for; empty if it was not measured. */
  Optional<Double> measured(List<Measurement> measurements) {
    Optional<Double> figure = median(measurements, subject);
    return yardstick.isEmpty()
        ? figure
        : figure.flatMap(value -> median(measurements, yardstick.get()).map(unit -> value / unit));
  }

  private Optional<Double> median(List<Measurement> measurements, String wanted) {
    return measurements.stream()
        .filter(m -> m.suite() == suite && m.network().equals(network))
        .filter(m -> m.subject().equals(wanted) && m.threads() == 1)
        .map(Measurement::median)
        .findFirst();
  }
}
