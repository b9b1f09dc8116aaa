/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.thimble.compressor.report.ReportJson;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SensitivityReportTest {

  @Test
  void becomesJsonWithoutWhatWasSkipped() {
    String json = new String(ReportJson.write(report(1)), StandardCharsets.UTF_8);
    assertThat(json)
        .contains("\"schemaVersion\" : 1", "\"analysis\" : \"curvature\"", "\"setting\" : \"bits\"")
        .doesNotContain("sharpness");
  }

  @Test
  void refusesAnotherSchema() {
    assertThatThrownBy(() -> report(2)).hasMessage("the schema version is 1, found 2");
  }

  @Test
  void copiesItsLists() {
    List<RankedLayer> ranked = new ArrayList<>(List.of(new RankedLayer("fc1", 0.5)));
    Measurement measurement = Measurement.of(100, 3, 0.1, 0.5);
    Sweep sweep = new Sweep(Setting.BITS, List.of(), List.of());
    SensitivityReport report = report(1, ranked, sweep, measurement);
    ranked.clear();
    assertThat(report.ranking()).hasSize(1);
  }

  @Test
  void refusesFiguresThatCannotBe() {
    assertThatThrownBy(() -> Measurement.of(10, 11, 0, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new FileFaults(10, 5, 6, 5, false))
        .hasMessage("detected copies must be in [0, 5], found 6");
    assertThatThrownBy(() -> new MemoryFaults.BitFaults(8, List.of()))
        .hasMessage("a bit must be 0 to 7, found 8");
    assertThatThrownBy(() -> new LossSurface.LossPlane(List.of(0.0), List.of()))
        .hasMessage("expected losses of 1x1 places");
    assertThatThrownBy(() -> new Skipped(Analysis.CURVATURE, " "))
        .hasMessage("what is skipped needs a reason");
  }

  private static SensitivityReport report(int version) {
    Sweep sweep = new Sweep(Setting.BITS, List.of(), List.of());
    return report(version, List.of(), sweep, Measurement.of(100, 3, 0.1, 0.5));
  }

  private static SensitivityReport report(
      int version, List<RankedLayer> ranking, Sweep sweep, Measurement measurement) {
    var layer = new Subject.LayerSubject("fc1", "dense", 2, 3);
    return new SensitivityReport(
        version,
        List.of(),
        new Subject("net", null, true, "MNIST", 1, 100, 0.002, List.of(layer)),
        new Baseline(measurement, measurement, 500),
        ranking,
        sweep,
        sweep,
        sweep,
        null,
        new NoiseTolerance(List.of(), List.of()),
        null,
        new LossSurface(
            100, List.of(), new LossSurface.LossPlane(List.of(0.0), List.of(List.of(0.1)))),
        null,
        new MemoryFaults(measurement, List.of(), List.of(), List.of()),
        null,
        new FileFaults(500, 10, 10, 10, false),
        new Verdict(List.of(), null, null, null, null),
        List.of(new Skipped(Analysis.CURVATURE, "needs the original network")));
  }
}
