/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.report;

import dev.thimble.compressor.network.IntegerWeights;
import dev.thimble.compressor.network.Network;
import dev.thimble.compressor.network.WeightedLayer;
import dev.thimble.compressor.quantize.QuantizeOptions;
import dev.thimble.compressor.quantize.Quantizer;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a general-purpose compressor makes of a network's parameters alone: no shapes, no scales.
 *
 * @param compressor its name; {@code none} for the bytes as they are
 * @param fp32Bytes weights and biases as 32-bit floats, little endian
 * @param int8Bytes weights as 8-bit levels, biases as 32-bit floats
 */
public record Baseline(String compressor, int fp32Bytes, int int8Bytes) {

  /** The name of the uncompressed bytes. */
  public static final String NONE = "none";

  /** Measures all compressors on a network with dense or pruned weights. */
  public static List<Baseline> of(Network network) {
    byte[] fp32 = fp32(network);
    byte[] int8 = int8(new Quantizer(QuantizeOptions.DEFAULT).quantize(network));
    List<Baseline> baselines = new ArrayList<>();
    baselines.add(new Baseline(NONE, fp32.length, int8.length));
    for (GeneralCompressor compressor : GeneralCompressor.values()) {
      baselines.add(
          new Baseline(
              compressor.name().toLowerCase(Locale.ROOT),
              compressor.compressedBytes(fp32),
              compressor.compressedBytes(int8)));
    }
    return List.copyOf(baselines);
  }

  private static byte[] fp32(Network network) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (WeightedLayer layer : network.weightedLayers()) {
      bytes.writeBytes(littleEndian(layer.weights().effective()));
      bytes.writeBytes(littleEndian(layer.bias().toArray()));
    }
    return bytes.toByteArray();
  }

  private static byte[] int8(Network quantized) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (WeightedLayer layer : quantized.weightedLayers()) {
      bytes.writeBytes(((IntegerWeights) layer.weights()).levels());
      bytes.writeBytes(littleEndian(layer.bias().toArray()));
    }
    return bytes.toByteArray();
  }

  private static byte[] littleEndian(float[] values) {
    ByteBuffer buffer = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    buffer.asFloatBuffer().put(values);
    return buffer.array();
  }
}
