/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.sensitivity.compare;

/** What is compared; of each, less is better. */
public enum Measure {
  /** Error in real numbers, without any change. */
  ERROR("Error of the network as it is", "has the lower error", ""),
  /** Error of the int8 form, through {@code runtime-lite}. */
  INTEGER_ERROR("Error in 8-bit integers", "has the lower error", ""),
  /**
   * Magnitude of the top eigenvalue. The interval is the bound that the power iteration's residual
   * gives; there is none of an iteration that ended with more than a tenth.
   */
  TOP_EIGENVALUE("Top eigenvalue of the Hessian", "is flatter", ""),
  /** Trace of a layer's block of the Hessian. */
  TRACE("Trace of the Hessian", "is flatter", ""),
  /** Rise of the loss at the worst point, by the radius. */
  SHARPNESS("Rise of the loss at the worst place nearby", "is flatter", ""),
  /** Error by the size of the noise. */
  NOISE("Error under weight noise", "is more robust", "% noise"),
  /** Error by the width of the weights. */
  BITS("Error with narrow weights", "has the lower error", "bits"),
  /** What the width adds to the error. */
  BITS_RISE("Rise of the error with narrow weights", "is more robust", "bits"),
  /** Error by the kept share of the weights. */
  DENSITIES("Error with fewer weights", "has the lower error", "% of the weights"),
  /** What the missing weights add to the error. */
  DENSITIES_RISE("Rise of the error with fewer weights", "is more robust", "% of the weights"),
  /** Error by the size of the codebook. */
  CODEBOOKS("Error with few different values", "has the lower error", "values"),
  /** What the codebook adds to the error. */
  CODEBOOKS_RISE("Rise of the error with few different values", "is more robust", "values"),
  /** Error by the rate of random bit flips. */
  MEMORY_FAULTS("Error after random bit flips", "is more robust", "flips a bit");

  private final String title;
  private final String praise;
  private final String unit;

  Measure(String title, String praise, String unit) {
    this.title = title;
    this.praise = praise;
    this.unit = unit;
  }

  /** What is measured, as people read it. */
  public String title() {
    return title;
  }

  /** Whether figures are errors or differences of errors, which people read in percent. */
  public boolean isError() {
    return this != TOP_EIGENVALUE && this != TRACE && this != SHARPNESS;
  }

  /** What is said of the report with the lower figures. */
  String praise() {
    return praise;
  }

  /** Of the settings, after a number; empty if there are none. */
  String unit() {
    return unit;
  }

  /** Whether settings are shares, which people read in percent. */
  public boolean inPercent() {
    return unit.startsWith("%");
  }
}
