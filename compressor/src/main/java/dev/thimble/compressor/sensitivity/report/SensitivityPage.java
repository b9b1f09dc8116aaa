/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.sensitivity.report;

import dev.thimble.compressor.markup.Markup;
import dev.thimble.compressor.report.ReportJson;
import dev.thimble.compressor.sensitivity.SensitivityReport;
import dev.thimble.compressor.sensitivity.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The report as one HTML page that needs no other file, no network and no script. */
final class SensitivityPage {
  private final SensitivityReport report;
  private final VerdictText words;
  private final List<Section> sections;
  private final Page page;
  private final Markup html;

  SensitivityPage(SensitivityReport report) {
    this.report = report;
    this.words = new VerdictText(report);
    this.page = new Page("Sensitivity of " + report.subject().network());
    this.html = page.html();
    this.sections =
        Stream.of(
                RankingSection.of(report),
                SweepSection.of(report, report.bits()),
                SweepSection.of(report, report.densities()),
                SweepSection.of(report, report.codebooks()),
                CurvatureSection.of(report),
                NoiseSection.of(report),
                SharpnessSection.of(report.sharpness()),
                SurfaceSection.of(report.surface()),
                ActivationSection.of(report.activations()),
                FaultSection.of(report),
                BitSearchSection.of(report),
                FileFaultSection.of(report.fileFaults()))
            .flatMap(Optional::stream)
            .toList();
  }

  /** Every table of the page. */
  List<Table> tables() {
    List<Table> tables = new ArrayList<>();
    tables.add(VerdictTables.baseline(report.baseline()));
    tables.add(VerdictTables.layers(report));
    if (report.verdict() != null) {
      tables.add(VerdictTables.limits(report.verdict()));
      if (report.verdict().comparison() != null) {
        tables.add(VerdictTables.comparison(report.verdict().comparison()));
      }
    }
    if (!report.skipped().isEmpty()) {
      tables.add(VerdictTables.skipped(report));
    }
    sections.forEach(section -> tables.addAll(section.tables()));
    return tables;
  }

  /** The page. */
  byte[] html() {
    String name = report.subject().network();
    header(name);
    html.open("main");
    sections.forEach(section -> new SectionMarkup(html).write(section));
    about();
    html.close("main");
    return page.end();
  }

  private void header(String name) {
    html.open("header").leaf("p", "Sensitivity report", "class", "eyebrow");
    html.leaf("h1", name).leaf("p", VerdictText.circumstances(report.subject()), "class", "meta");
    report.notices().forEach(notice -> html.leaf("p", notice, "class", "notice"));
    if (report.verdict() != null) {
      verdict(report.verdict());
    }
    html.open("div", "class", "tiles");
    for (Tiles.Tile tile : Tiles.of(report)) {
      html.open("div", "class", "tile").leaf("p", tile.label(), "class", "label");
      html.leaf("p", tile.value(), "class", "value").leaf("p", tile.note(), "class", "note");
      html.close("div");
    }
    html.close("div").open("nav");
    sections.forEach(section -> html.leaf("a", section.title(), "href", "#" + section.id()));
    html.leaf("a", "About", "href", "#about").close("nav").close("header");
  }

  private void verdict(Verdict verdict) {
    html.open("section", "class", "verdict", "id", "verdict").leaf("h2", "Verdict");
    html.leaf("p", words.summary(), "class", "summary");
    if (verdict.command() != null) {
      html.leaf("p", "To use what was found, paste this into a terminal:");
      html.open("pre", "class", "command").leaf("code", verdict.command()).close("pre");
    }
    SectionMarkup markup = new SectionMarkup(html);
    if (verdict.comparison() != null) {
      html.leaf("p", words.outcome(verdict.comparison()));
      markup.table(VerdictTables.comparison(verdict.comparison()));
    }
    markup.table(VerdictTables.limits(verdict));
    if (verdict.recipe() != null) {
      html.leaf(
          "p",
          "A recipe has one width for all layers. What makes a layer\u2019s weights narrow in it is the"
              + " codebook: one of c values takes at most log\u2082 c bits a weight, rounded up.");
      html.open("details").leaf("summary", "The recipe, as " + verdict.recipeFile() + " has it");
      String json = new String(ReportJson.write(verdict.recipe()), StandardCharsets.UTF_8);
      html.open("pre").leaf("code", json).close("pre").close("details");
    }
    html.close("section");
  }

  private void about() {
    List<Table> tables = new ArrayList<>();
    if (!report.skipped().isEmpty()) {
      tables.add(VerdictTables.skipped(report));
    }
    tables.add(VerdictTables.baseline(report.baseline()));
    tables.add(VerdictTables.layers(report));
    html.open("section", "id", "about").leaf("h2", "About this report");
    html.leaf(
        "p",
        "Errors and losses are those of validation images, which no training saw; test images appear"
            + " only where a size and an error are compared at the end. Intervals are 95 %: Wilson\u2019s"
            + " for a share of images, by the standard error for means over draws. The same network,"
            + " images, options and seed give the same figures. report.json beside this page has all"
            + " of them, and a CSV file has each table.");
    SectionMarkup markup = new SectionMarkup(html);
    tables.forEach(markup::table);
    html.close("section");
  }
}
