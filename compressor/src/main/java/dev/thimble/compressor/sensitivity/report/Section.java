/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.sensitivity.report;

import java.util.List;

/**
 * A part of the report.
 *
 * @param id its anchor on the page
 * @param lead what it is about and what came out, in plain words; paragraphs
 * @param figures pictures, which may be none
 * @param tables the figures' numbers
 */
record Section(
    String id, String title, List<String> lead, List<Figure> figures, List<Table> tables) {

  Section {
    lead = List.copyOf(lead);
    figures = List.copyOf(figures);
    tables = List.copyOf(tables);
  }
}
