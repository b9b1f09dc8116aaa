/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.sensitivity;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * All results of a sensitivity analysis, as the JSON report has them. No result depends on the time
 * or the number of processors: the same network, images, options and seed give the same report (on
 * one type of machine, as far as Deeplearning4j computes gradients). Errors and losses are those of
 * validation images; test images appear only in the verdict's comparison.
 *
 * @param schemaVersion {@link #SCHEMA_VERSION}
 * @param notices what a reader must know first, each a sentence; usually none
 * @param ranking layers, the most fragile first
 * @param curvature null if skipped
 * @param sharpness null if skipped
 * @param activations null if skipped
 * @param bitSearch null if skipped
 * @param skipped what is missing, and why
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SensitivityReport(
    int schemaVersion,
    List<String> notices,
    Subject subject,
    Baseline baseline,
    List<RankedLayer> ranking,
    Sweep bits,
    Sweep densities,
    Sweep codebooks,
    Curvature curvature,
    NoiseTolerance noise,
    Sharpness sharpness,
    LossSurface surface,
    Activations activations,
    MemoryFaults memoryFaults,
    BitSearch bitSearch,
    FileFaults fileFaults,
    Verdict verdict,
    List<Skipped> skipped) {

  /** Version of this record's JSON form. */
  public static final int SCHEMA_VERSION = 1;

  public SensitivityReport {
    if (schemaVersion != SCHEMA_VERSION) {
      throw new IllegalArgumentException(
          "the schema version is " + SCHEMA_VERSION + ", found " + schemaVersion);
    }
    Checks.present("a subject", subject);
    Checks.present("a baseline", baseline);
    Checks.present("a sweep over bits", bits);
    Checks.present("a sweep over densities", densities);
    Checks.present("a sweep over codebooks", codebooks);
    Checks.present("noise", noise);
    Checks.present("a surface", surface);
    Checks.present("memory faults", memoryFaults);
    Checks.present("file faults", fileFaults);
    Checks.present("a verdict", verdict);
    notices = Checks.list("notices", notices);
    ranking = Checks.list("ranking", ranking);
    skipped = Checks.list("skipped", skipped);
  }
}
