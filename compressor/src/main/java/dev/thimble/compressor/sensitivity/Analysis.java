/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.sensitivity;

/** The parts of a report. */
public enum Analysis {
  BITS("bit-width sweep"),
  DENSITIES("density sweep"),
  CODEBOOKS("codebook sweep"),
  CURVATURE("curvature"),
  NOISE("weight noise"),
  SHARPNESS("sharpness"),
  SURFACE("loss surface"),
  ACTIVATIONS("activations"),
  MEMORY_FAULTS("memory faults"),
  BIT_SEARCH("progressive bit search"),
  FILE_FAULTS("file faults"),
  VERDICT("verdict"),
  RECIPE("recipe"),
  COMPARISON("measured comparison");

  private final String title;

  Analysis(String title) {
    this.title = title;
  }

  /** As people read it. */
  public String title() {
    return title;
  }
}
