/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.sensitivity.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.thimble.compressor.sensitivity.Curvature;
import dev.thimble.compressor.sensitivity.Curvature.LayerCurvature;
import dev.thimble.compressor.sensitivity.Interval;
import dev.thimble.compressor.sensitivity.NoiseTolerance;
import dev.thimble.compressor.sensitivity.NoiseTolerance.NoisePoint;
import dev.thimble.compressor.sensitivity.SensitivityReport;
import dev.thimble.compressor.sensitivity.Subject;
import dev.thimble.compressor.sensitivity.Subject.LayerSubject;
import dev.thimble.compressor.sensitivity.report.SampleReport;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportPairTest {
  private final SensitivityReport sample = SampleReport.complete();

  private static ReportComparison compare(SensitivityReport a, SensitivityReport b) {
    return ReportPair.compare("a", a, "b", b);
  }

  private SensitivityReport with(Subject subject, Curvature curvature, NoiseTolerance noise) {
    return new SensitivityReport(
        sample.schemaVersion(),
        sample.notices(),
        subject,
        sample.baseline(),
        sample.ranking(),
        sample.bits(),
        sample.densities(),
        sample.codebooks(),
        curvature,
        noise,
        sample.sharpness(),
        sample.surface(),
        sample.activations(),
        sample.memoryFaults(),
        sample.bitSearch(),
        sample.fileFaults(),
        sample.verdict(),
        sample.skipped());
  }

  private SensitivityReport withCurvature(LayerCurvature... layers) {
    Curvature curvature = new Curvature(1000, 9, List.of(layers), List.of());
    return with(sample.subject(), curvature, sample.noise());
  }

  private SensitivityReport withNoise(NoisePoint... points) {
    return with(
        sample.subject(), sample.curvature(), new NoiseTolerance(List.of(points), List.of()));
  }

  private static LayerCurvature layer(String name, double top, double residual, double trace) {
    return new LayerCurvature(name, 100, top, residual, 20, trace, 0.5, 16, trace / 100, List.of());
  }

  private static NoisePoint noise(double size, double error) {
    return new NoisePoint(size, 5, error, new Interval(error, error), error, 1, 1);
  }

  private static List<String> findings(ReportComparison comparison, Measure measure) {
    return comparison.measure(measure).orElseThrow().findings().stream()
        .map(Finding::text)
        .toList();
  }

  @Test
  void aReportDoesNotDifferFromItself() {
    ReportComparison comparison = compare(sample, sample);
    assertThat(comparison.remarks()).isEmpty();
    assertThat(comparison.measures()).hasSize(Measure.values().length);
    for (ComparedMeasure compared : comparison.measures()) {
      assertThat(compared.points())
          .extracting(ComparedPoint::outcome)
          .doesNotContain(Outcome.A_LOWER, Outcome.B_LOWER);
    }
    assertThat(comparison.limits()).allMatch(l -> l.a() == null || l.a().equals(l.b()));
  }

  @Test
  void saysWhichIsFlatterWhereIntervalsAreApart() {
    ReportComparison comparison =
        compare(
            withCurvature(layer("fc1", 2, 0.01, 10), layer("fc2", -2, 0.01, 10)),
            withCurvature(layer("fc1", 1, 0.01, 11.9), layer("fc2", 2.02, 0.01, 12)));
    assertThat(findings(comparison, Measure.TOP_EIGENVALUE))
        .containsExactly(
            "Top eigenvalue of the Hessian: B is flatter in fc1; no significant difference in fc2;"
                + " not judged for lack of intervals in all layers together.");
    assertThat(findings(comparison, Measure.TRACE))
        .containsExactly(
            "Trace of the Hessian: A is flatter in fc2; no significant difference in fc1.");
  }

  @Test
  void anEigenvalueThatWasNotReachedIsNotJudged() {
    ReportComparison comparison =
        compare(withCurvature(layer("fc1", 9, 0.01, 1)), withCurvature(layer("fc1", 0.1, 0.11, 1)));
    assertThat(findings(comparison, Measure.TOP_EIGENVALUE))
        .containsExactly(
            "Top eigenvalue of the Hessian: not judged for lack of intervals throughout.");
  }

  @Test
  void drawsThatAgreeAreNoDifferenceOnOtherImages() {
    ReportComparison comparison =
        compare(
            withNoise(noise(0.01, 0.009), noise(0.5, 0.05), noise(0.75, 0.2)),
            withNoise(noise(0.01, 0.0092), noise(0.5, 0.03), noise(1, 0.3)));
    assertThat(findings(comparison, Measure.NOISE))
        .containsExactly(
            "Error under weight noise: B is more robust at 50 % noise; no significant difference at"
                + " 1 % noise.");
  }

  @Test
  void errorsByWidthAreTheReportsOwn() {
    List<ComparedPoint> points =
        compare(sample, sample).measure(Measure.BITS).orElseThrow().points();
    assertThat(points.get(0).layer()).isNull();
    assertThat(points.get(0).setting()).isEqualTo(8);
    assertThat(points.get(0).a())
        .isEqualTo(Estimate.error(sample.bits().together().get(0).measurement()));
    assertThat(points).hasSize(8 * 5);
  }

  @Test
  void comparesOnlyWhatBothHaveAndSaysWhatElseDiffers() {
    Subject other =
        new Subject(
            "net",
            null,
            true,
            "Fashion",
            2,
            1000,
            0.01,
            List.of(
                new LayerSubject("conv1", "convolution", 20, 25),
                new LayerSubject("fc1", "dense", 10, 10)));
    ReportComparison comparison =
        compare(
            withCurvature(layer("conv1", 1, 0, 1)),
            with(
                other,
                new Curvature(1, 1, List.of(layer("fc9", 1, 0, 1)), List.of()),
                sample.noise()));
    assertThat(comparison.measure(Measure.TRACE)).isEmpty();
    assertThat(comparison.remarks())
        .containsExactly(
            "The reports differ in the images: MNIST and Fashion.",
            "The reports differ in the number of validation images: 5000 and 1000.",
            "The reports differ in the seed of noise and faults: 1 and 2.",
            "The reports differ in the budget in points: 0.2 and 1.",
            "Only A has in this name, kind and size: conv2, fc1, fc2.",
            "Only B has in this name, kind and size: fc1.");
  }

  @Test
  void whatAReportSkippedIsMissing() {
    ReportComparison comparison = compare(sample, SampleReport.withoutGradients());
    assertThat(comparison.remarks())
        .containsExactly(
            "The reports differ in what was analysed: a network and a file alone.",
            "Not in both reports: curvature, progressive bit search.");
    assertThat(comparison.measure(Measure.SHARPNESS)).isEmpty();
    assertThat(comparison.limits())
        .extracting(ComparedLimit::what)
        .contains("knee: width (bits)")
        .doesNotContain("chosen bit flips to 10 % error");
  }
}
