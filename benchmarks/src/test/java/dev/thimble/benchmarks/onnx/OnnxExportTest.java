/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.benchmarks.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import dev.thimble.benchmarks.Networks;
import dev.thimble.compressor.network.FloatNetwork;
import dev.thimble.compressor.network.Network;
import dev.thimble.compressor.quantize.Calibration;
import dev.thimble.compressor.quantize.Granularity;
import dev.thimble.compressor.quantize.IntegerNetwork;
import dev.thimble.compressor.quantize.QuantizeOptions;
import dev.thimble.compressor.quantize.Quantizer;
import dev.thimble.models.data.DataSource;
import dev.thimble.models.data.ImageSet;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OnnxExportTest {
  private static final int COUNT = 200;

  /**
   * The logits reach ±2; where the average of pixels is a half, the other runtime rounds to even.
   */
  private static final float INTEGER_TOLERANCE = 0.06f;

  private static byte[] pixels;

  @BeforeAll
  static void readImages() throws IOException {
    ImageSet images = DataSource.bundledMnist().test().first(COUNT);
    pixels = new byte[COUNT * images.shape().size()];
    for (int i = 0; i < COUNT; i++) {
      images.copyPixels(i, pixels, i * images.shape().size());
    }
  }

  static Stream<Network> networks() {
    return Stream.of(Networks.lenet300(1), Networks.lenet5(2), Networks.averaging(3));
  }

  @ParameterizedTest
  @MethodSource("networks")
  void realsGiveTheLogitsOfTheNetwork(Network network) throws OrtException {
    float[][] logits = run(OnnxExport.reals(network), network, false);

    FloatNetwork expected = new FloatNetwork(network);
    for (int i = 0; i < COUNT; i++) {
      assertThat(logits[i])
          .containsExactly(expected.logits(pixels, i * network.input().size()), within(1e-4f));
    }
  }

  @ParameterizedTest
  @MethodSource("networks")
  void integersGiveTheLogitsOfTheNetwork(Network network) throws OrtException {
    for (Granularity granularity : Granularity.values()) {
      IntegerNetwork integers = integers(network, granularity);

      float[][] logits = run(OnnxExport.integers(integers), network, true);

      for (int i = 0; i < COUNT; i++) {
        int[] scores = integers.scores(pixels, i * network.input().size());
        for (int c = 0; c < scores.length; c++) {
          assertThat(logits[i][c])
              .isCloseTo(integers.outputScale() * scores[c], within(INTEGER_TOLERANCE));
        }
      }
    }
  }

  @Test
  void theSameNetworkGivesTheSameBytes() {
    assertThat(OnnxExport.reals(Networks.lenet300(1)))
        .isEqualTo(OnnxExport.reals(Networks.lenet300(1)));
  }

  private static IntegerNetwork integers(Network network, Granularity granularity) {
    QuantizeOptions options = QuantizeOptions.DEFAULT.withGranularity(granularity);
    Network quantized = new Quantizer(options).quantize(network);
    return IntegerNetwork.of(quantized, Calibration.fit(quantized, pixels, options), options);
  }

  private static float[][] run(byte[] model, Network network, boolean bytes) throws OrtException {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (SessionOptions options = new SessionOptions();
        OrtSession session = environment.createSession(model, options)) {
      long[] shape =
          session.getInputInfo().get(OnnxExport.INPUT).getInfo()
                  instanceof ai.onnxruntime.TensorInfo info
              ? info.getShape()
              : null;
      shape[0] = COUNT;
      try (OnnxTensor input =
              bytes
                  ? OnnxTensor.createTensor(
                      environment, ByteBuffer.wrap(pixels), shape, OnnxJavaType.UINT8)
                  : OnnxTensor.createTensor(environment, FloatBuffer.wrap(reals(network)), shape);
          OrtSession.Result result = session.run(Map.of(OnnxExport.INPUT, input))) {
        return (float[][]) result.get(0).getValue();
      }
    }
  }

  private static float[] reals(Network network) {
    float[] reals = new float[pixels.length];
    for (int i = 0; i < reals.length; i++) {
      reals[i] = (float) (network.inputScale() * ((pixels[i] & 0xFF) - network.inputZeroPoint()));
    }
    return reals;
  }
}
