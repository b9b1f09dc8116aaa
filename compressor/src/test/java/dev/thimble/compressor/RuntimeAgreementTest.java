/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.thimble.compressor.artifact.ArtifactOptions;
import dev.thimble.compressor.artifact.ArtifactWriter;
import dev.thimble.compressor.dl4j.ModelArchive;
import dev.thimble.compressor.network.Network;
import dev.thimble.compressor.network.Shape;
import dev.thimble.compressor.prune.PruneOptions;
import dev.thimble.compressor.prune.PrunePlan;
import dev.thimble.compressor.prune.Pruner;
import dev.thimble.compressor.quantize.Calibration;
import dev.thimble.compressor.quantize.IntegerNetwork;
import dev.thimble.compressor.quantize.QuantizeOptions;
import dev.thimble.compressor.quantize.Quantizer;
import dev.thimble.models.ReferenceNetwork;
import dev.thimble.models.Zoo;
import dev.thimble.models.data.DataSource;
import dev.thimble.models.data.ImageSet;
import dev.thimble.runtime.Model;
import dev.thimble.runtime.Session;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The two implementations of quantization.md, on whole networks and real images. */
final class RuntimeAgreementTest {
  private static final Shape IMAGE = new Shape(1, 28, 28);
  private static final QuantizeOptions OPTIONS = QuantizeOptions.DEFAULT.withCalibrationImages(200);

  /** All kernels; as many images as the oracle goes through in some seconds. */
  @ParameterizedTest
  @CsvSource({
    "LENET_300_100, 1, 10000",
    "LENET_300_100, 0.04, 10000",
    "LENET_5, 1, 500",
    "LENET_5, 0.08, 10000"
  })
  void scoresAreTheSameBitForBit(ReferenceNetwork kind, double density, int count)
      throws IOException {
    IntegerNetwork oracle = quantized(kind, density);
    Model model = Model.load(new ArtifactWriter(ArtifactOptions.DEFAULT).write(oracle).bytes());
    ImageSet images = DataSource.bundledMnist().test();
    ThreadLocal<Session> session = ThreadLocal.withInitial(model::newSession);

    int[] different =
        IntStream.range(0, count)
            .parallel()
            .filter(
                i -> {
                  byte[] pixels = images.pixels(i);
                  int[] scores = new int[model.classCount()];
                  session.get().scores(pixels, scores);
                  return !Arrays.equals(scores, oracle.scores(pixels));
                })
            .toArray();

    assertThat(different).isEmpty();
  }

  private static IntegerNetwork quantized(ReferenceNetwork kind, double density)
      throws IOException {
    Network network;
    try (InputStream in = Zoo.checkpoint(kind)) {
      network = ModelArchive.read(kind.id(), in, IMAGE);
    }
    PrunePlan plan = PrunePlan.of(new PruneOptions(density, Map.of(), 0, 0, 0.8), network);
    Network quantized = new Quantizer(OPTIONS).quantize(Pruner.prune(network, plan));
    ImageSet images = DataSource.bundledMnist().training(1).training();
    byte[] pixels = new byte[OPTIONS.calibrationImages() * IMAGE.size()];
    for (int i = 0; i < OPTIONS.calibrationImages(); i++) {
      images.copyPixels(i, pixels, i * IMAGE.size());
    }
    return IntegerNetwork.of(quantized, Calibration.fit(quantized, pixels, OPTIONS), OPTIONS);
  }
}
