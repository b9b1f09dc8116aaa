/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.sensitivity.compare;

import java.util.List;

/**
 * A measure's figures that both reports have.
 *
 * @param points all layers together first, then layer by layer, in the first report's order
 * @param findings what they say, a sentence for all layers together and each layer
 */
public record ComparedMeasure(Measure measure, List<ComparedPoint> points, List<Finding> findings) {

  public ComparedMeasure {
    points = List.copyOf(points);
    findings = List.copyOf(findings);
  }

  static ComparedMeasure of(Measure measure, List<ComparedPoint> points) {
    return new ComparedMeasure(measure, points, Findings.of(measure, points));
  }
}
