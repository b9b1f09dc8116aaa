/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.sensitivity.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.thimble.compressor.network.Network;
import dev.thimble.compressor.network.TinyNetworks;
import dev.thimble.compressor.pipeline.CompressionData;
import dev.thimble.compressor.pipeline.Recipe;
import dev.thimble.compressor.quantize.QuantizeOptions;
import dev.thimble.compressor.recipe.RecipeJson;
import dev.thimble.compressor.report.ReportJson;
import dev.thimble.compressor.retrain.ToyData;
import dev.thimble.compressor.sensitivity.Analysis;
import dev.thimble.compressor.sensitivity.MemoryFaults.FaultPoint;
import dev.thimble.compressor.sensitivity.SensitivityReport;
import dev.thimble.compressor.sensitivity.Skipped;
import dev.thimble.models.data.TrainingData;
import dev.thimble.runtime.Model;
import dev.thimble.runtime.Session;
import java.io.ByteArrayInputStream;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SensitivityAnalysisTest {
  private static final VerdictCommand COMMAND = new VerdictCommand("recipe.json", "command");

  private final TrainingData data = ToyData.make(1);
  private final Network network = ToyNetworks.passing(1);
  private final SubjectNetwork subject =
      SubjectNetwork.ofNetwork("toy", network, QuantizeOptions.DEFAULT, data.training());

  @Test
  void theSameSeedGivesTheSameReport() throws Exception {
    SensitivityReport report = run(subject, Measuring.NONE);
    assertThat(ReportJson.write(run(subject, Measuring.NONE))).isEqualTo(ReportJson.write(report));
    assertThat(report.skipped()).extracting(Skipped::analysis).containsExactly(Analysis.COMPARISON);
    assertThat(report.fileFaults().complete()).isTrue();
    assertThat(report.fileFaults().everySingleBit()).isTrue();
    assertThat(report.curvature().layers()).hasSize(3);
    assertThat(report.activations().layers()).hasSize(3);
    assertThat(report.activations().layers().get(0).signalToNoise()).isGreaterThan(20);
    assertThat(report.noise().network().get(0).error())
        .isLessThan(report.noise().network().get(7).error());
    assertThat(report.sharpness().points().get(3).increase()).isPositive();
    assertThat(report.bitSearch().flips()).isNotEmpty();
    assertThat(report.bitSearch().flips().get(0).loss())
        .isGreaterThan(report.baseline().integers().loss());
    FaultPoint worst = report.memoryFaults().network().get(10);
    assertThat(worst.rate()).isEqualTo(0.1);
    assertThat(worst.error()).isGreaterThan(report.memoryFaults().before().error());
  }

  @Test
  void theRecipeIsOneAndIsMeasured() throws Exception {
    SensitivityReport report = run(subject, Measuring.QUICK);
    byte[] text = ReportJson.write(report.verdict().recipe());
    Recipe recipe = RecipeJson.read("recipe", new ByteArrayInputStream(text));
    assertThat(recipe.name()).isEqualTo("default-verdict");
    assertThat(recipe.prune().orElseThrow().layerDensities()).hasSize(3);
    assertThat(report.verdict().layers().get(0).recipeDensity()).isBetween(0.0, 1.0);
    assertThat(report.verdict().command()).isEqualTo("command");
    assertThat(
            report.verdict().comparison() != null
                || report.skipped().stream().anyMatch(s -> s.analysis() == Analysis.COMPARISON))
        .isTrue();
  }

  @Test
  void aFileAloneIsAnalysedButForGradientsAndRecipes() throws Exception {
    byte[] file = subject.file().bytes();
    SubjectNetwork decoded = SubjectNetwork.ofFile("toy", "toy.thim", file, Optional.empty());
    Session session = Model.load(file).newSession();
    int[] scores = new int[ToyData.CLASSES];
    for (int i = 0; i < 20; i++) {
      session.scores(data.validation().pixels(i), scores);
      assertThat(decoded.integers().scores(data.validation().pixels(i))).isEqualTo(scores);
    }
    SensitivityReport report = run(decoded, Measuring.QUICK);
    assertThat(report.skipped())
        .extracting(Skipped::analysis)
        .containsExactly(
            Analysis.CURVATURE,
            Analysis.SHARPNESS,
            Analysis.BIT_SEARCH,
            Analysis.RECIPE,
            Analysis.COMPARISON);
    assertThat(report.skipped().get(0).reason()).contains("--network");
    assertThat(report.curvature()).isNull();
    assertThat(report.baseline().real().error()).isEqualTo(report.baseline().integers().error());
    assertThat(report.activations().layers().get(0).signalToNoise()).isGreaterThan(30);
  }

  @Test
  void aFileWithItsNetworkHasEverything() throws Exception {
    SubjectNetwork both =
        SubjectNetwork.ofFile("toy", "toy.thim", subject.file().bytes(), Optional.of(network));
    SensitivityReport report = run(both, Measuring.NONE);
    assertThat(report.skipped()).extracting(Skipped::analysis).containsExactly(Analysis.COMPARISON);
    assertThat(report.bitSearch().flips()).isNotEmpty();
  }

  @Test
  void refusesTheWrongNetworkBehindAFile() {
    Network other = TinyNetworks.dense(new int[] {ToyData.PIXELS, 4}, 1);
    assertThatThrownBy(
            () ->
                SubjectNetwork.ofFile(
                    "toy", "toy.thim", subject.file().bytes(), Optional.of(other)))
        .hasMessage(
            "expected the network's layers [fc1] and 4 classes, found [fc1, fc2, fc3] and 4"
                + " classes");
  }

  @Test
  void anInterruptEndsIt() {
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> run(subject, Measuring.NONE)).isInstanceOf(InterruptedException.class);
  }

  @Test
  void refusesOptionsOutOfRange() {
    assertThatThrownBy(() -> new AnalysisOptions(0, 1, 0.1, Measuring.NONE))
        .hasMessage("samples must be at least 1, found 0");
    assertThatThrownBy(() -> new AnalysisOptions(1, 1, -0.1, Measuring.NONE))
        .hasMessage("the largest drop must be in [0, 1], found -0.1");
  }

  private SensitivityReport run(SubjectNetwork of, Measuring measuring) throws Exception {
    AnalysisData images = new AnalysisData("toy", CompressionData.of(data), Optional.empty());
    AnalysisOptions options = new AnalysisOptions(200, 1, 0.01, measuring);
    return SensitivityAnalysis.run(of, images, options, COMMAND, new SilentListener());
  }
}
