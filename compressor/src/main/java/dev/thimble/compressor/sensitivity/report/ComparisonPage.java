/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.sensitivity.report;

import dev.thimble.compressor.markup.Markup;
import dev.thimble.compressor.sensitivity.compare.ComparedMeasure;
import dev.thimble.compressor.sensitivity.compare.Finding;
import dev.thimble.compressor.sensitivity.compare.Measure;
import dev.thimble.compressor.sensitivity.compare.ReportComparison;
import dev.thimble.compressor.sensitivity.compare.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Two reports side by side as one HTML page. */
final class ComparisonPage {
  private final ReportComparison comparison;
  private final List<Section> sections;
  private final Page page;
  private final Markup html;

  ComparisonPage(ReportComparison comparison) {
    this.comparison = comparison;
    this.page = new Page("Sensitivity compared: " + names());
    this.html = page.html();
    ComparedSection sections = new ComparedSection(comparison);
    this.sections =
        Stream.of(
                sections.of(
                    "before",
                    "Before any change",
                    "Where both networks start.",
                    Measure.ERROR,
                    Measure.INTEGER_ERROR),
                sections.of(
                    "curvature",
                    "Curvature",
                    "How the loss bends around the weights, layer by layer. An eigenvalue\u2019s"
                        + " interval is how far the power iteration may be off, a trace\u2019s the"
                        + " 95 % interval over random vectors; neither speaks of other images. An iteration that"
                        + " did not converge has none.",
                    Measure.TOP_EIGENVALUE,
                    Measure.TRACE),
                sections.of(
                    "sharpness",
                    "Steep or flat: the worst place nearby",
                    "How much the loss rises at a distance in the direction that hurts most.",
                    Measure.SHARPNESS),
                sections.of(
                    "noise",
                    "Steep or flat: random noise",
                    "Error under noise on all layers, then on each. Bands are 95 % intervals for"
                        + " draws and images together.",
                    Measure.NOISE),
                sections.of(
                    "bits",
                    "Width of the weights",
                    "All layers at the width, then each alone; nothing is retrained. The rise is"
                        + " what a width adds to the network\u2019s own error.",
                    Measure.BITS,
                    Measure.BITS_RISE),
                sections.of(
                    "densities",
                    "Number of weights",
                    "All layers thinned out, then each alone; nothing is retrained.",
                    Measure.DENSITIES,
                    Measure.DENSITIES_RISE),
                sections.of(
                    "codebooks",
                    "Number of different values",
                    "All layers clustered, then each alone; nothing is retrained.",
                    Measure.CODEBOOKS,
                    Measure.CODEBOOKS_RISE),
                sections.of(
                    "memory",
                    "Faulty memory",
                    "Random bit flips in the 8-bit weights of all layers, then of each.",
                    Measure.MEMORY_FAULTS),
                Optional.of(limits()))
            .flatMap(Optional::stream)
            .toList();
  }

  private Section limits() {
    return new Section(
        "limits",
        "How far each network goes",
        List.of(
            "A knee is the last setting without significantly more errors than the network\u2019s own."
                + " Limits have no intervals, so nothing is said about their difference."),
        List.of(),
        List.of(ComparedTables.limits(comparison)));
  }

  private String names() {
    return comparison.a().subject().network() + " and " + comparison.b().subject().network();
  }

  /** Every table of the page. */
  List<Table> tables() {
    List<Table> tables = new ArrayList<>();
    tables.add(ComparedTables.sides(comparison));
    sections.forEach(section -> tables.addAll(section.tables()));
    return tables;
  }

  /** The page. */
  byte[] html() {
    SectionMarkup markup = new SectionMarkup(html);
    header();
    html.open("main");
    sections.forEach(markup::write);
    html.open("section", "id", "about").leaf("h2", "About this comparison");
    html.leaf(
        "p",
        "One network is called lower, flatter or more robust only where both figures have 95 %"
            + " intervals and these do not overlap, which is stricter than a test at 5 %: the"
            + " networks saw the same images, and the intervals do not make use of that. Of many"
            + " figures a few may differ by chance all the same. What has no interval is shown and"
            + " not judged. compare.json beside this page has all figures, and a CSV file has each"
            + " table.");
    markup.table(ComparedTables.sides(comparison));
    html.close("section").close("main");
    return page.end();
  }

  private void header() {
    html.open("header").leaf("p", "Sensitivity compared", "class", "eyebrow");
    html.leaf("h1", names());
    html.open("p", "class", "meta").leaf("span", side("A", comparison.a())).element("br");
    html.leaf("span", side("B", comparison.b())).close("p");
    comparison.remarks().forEach(remark -> html.leaf("p", remark, "class", "notice"));
    html.open("section", "class", "verdict", "id", "verdict").leaf("h2", "In short");
    html.open("ul");
    for (ComparedMeasure compared : comparison.measures()) {
      compared.findings().stream()
          .filter(finding -> finding.layer() == null)
          .map(Finding::text)
          .forEach(text -> html.leaf("li", SectionMarkup.unbroken(text)));
    }
    html.close("ul");
    html.close("section").open("nav");
    sections.forEach(section -> html.leaf("a", section.title(), "href", "#" + section.id()));
    html.leaf("a", "About", "href", "#about").close("nav").close("header");
  }

  private static String side(String name, Side side) {
    return name
        + ": "
        + side.subject().network()
        + " \u00b7 "
        + VerdictText.circumstances(side.subject());
  }
}
