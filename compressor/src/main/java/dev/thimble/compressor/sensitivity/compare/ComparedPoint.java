/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.sensitivity.compare;

/**
 * One figure of both reports.
 *
 * @param layer whose; null for all layers together
 * @param setting at which: bits, share, values, size of the noise, radius, or rate; null if there
 *     is nothing to set
 */
public record ComparedPoint(String layer, Double setting, Estimate a, Estimate b, Outcome outcome) {

  static ComparedPoint of(String layer, Double setting, Estimate a, Estimate b) {
    return new ComparedPoint(layer, setting, a, b, Outcome.of(a, b));
  }
}
