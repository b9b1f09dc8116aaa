/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.report;

import dev.thimble.compressor.report.Inspection.LayerRow;
import dev.thimble.compressor.report.Inspection.SectionRow;

/** A file's content for people. */
public final class InspectionTables {

  private final Inspection inspection;

  public InspectionTables(Inspection inspection) {
    this.inspection = inspection;
  }

  /** A summary and the tables of layers and sections. */
  public String text() {
    return String.join("\n", summary(), layers(), CoderTable.text(inspection.coders()), sections());
  }

  private String summary() {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            "%s: %s bytes (%s of them header), images of %s, %d classes\n",
            inspection.file(),
            Figures.count(inspection.bytes()),
            Figures.count(inspection.headerBytes()),
            inspection.input(),
            inspection.labels().size()));
    inspection.provenance().forEach((key, value) -> text.append(key + ": " + value + "\n"));
    inspection
        .sensitivity()
        .forEach((key, value) -> text.append("tolerates " + key + ": " + value + "\n"));
    text.append("self-check: ").append(inspection.selfCheck()).append('\n');
    return text.toString();
  }

  private String layers() {
    TextTable table =
        new TextTable(
            "layer",
            "kind",
            "output",
            "weights",
            "kept",
            "density",
            "values",
            "weight bits",
            "index bits",
            "bits/weight",
            "bytes");
    for (LayerRow layer : inspection.layers()) {
      if (layer.weights() == 0) {
        table.row(layer.name(), layer.kind(), layer.output(), "", "", "", "", "", "", "", "");
      } else {
        table.row(
            layer.name(),
            layer.kind(),
            layer.output(),
            Figures.count(layer.weights()),
            Figures.count(layer.kept()),
            Figures.percent((double) layer.kept() / layer.weights()),
            layer.values() == 0 ? Figures.NONE : layer.values(),
            perKept(layer.indexBits(), layer),
            layer.gapBits() == 0 ? Figures.NONE : perKept(layer.gapBits(), layer),
            Figures.hundredths(8.0 * layer.bytes() / layer.weights()),
            Figures.count(layer.bytes()));
      }
    }
    return table.toString();
  }

  private static String perKept(long bits, LayerRow layer) {
    return layer.kept() == 0 ? Figures.NONE : Figures.tenths((double) bits / layer.kept());
  }

  private String sections() {
    TextTable table = new TextTable("section", "offset", "bytes");
    for (SectionRow section : inspection.sections()) {
      table.row(section.name(), section.offset(), Figures.count(section.bytes()));
    }
    return table.toString();
  }
}
