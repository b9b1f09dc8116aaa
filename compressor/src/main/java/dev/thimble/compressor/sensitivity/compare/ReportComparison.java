/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.sensitivity.compare;

import java.util.List;
import java.util.Optional;

/**
 * Two sensitivity reports side by side, A and B, as the JSON file has them.
 *
 * @param schemaVersion {@link #SCHEMA_VERSION}
 * @param remarks in what else the reports differ, so that a difference may come from there; each a
 *     sentence
 * @param measures what both reports measured
 * @param limits how far the networks go
 */
public record ReportComparison(
    int schemaVersion,
    Side a,
    Side b,
    List<String> remarks,
    List<ComparedMeasure> measures,
    List<ComparedLimit> limits) {

  /** Version of this record's JSON form. */
  public static final int SCHEMA_VERSION = 1;

  public ReportComparison {
    remarks = List.copyOf(remarks);
    measures = List.copyOf(measures);
    limits = List.copyOf(limits);
  }

  /** A measure's figures; empty if a report does not have it. */
  public Optional<ComparedMeasure> measure(Measure measure) {
    return measures.stream().filter(compared -> compared.measure() == measure).findFirst();
  }
}
