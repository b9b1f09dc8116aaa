/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.report;

import dev.thimble.compressor.network.IntegerWeights;
import dev.thimble.compressor.network.Network;
import dev.thimble.compressor.network.WeightedLayer;
import dev.thimble.compressor.quantize.IntegerWeightedLayer;
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
 * @param fp32Bytes weights as 32-bit floats, little endian, and biases of 32 bits
 * @param int8Bytes weights as 8-bit levels, and biases of 32 bits
 */
public record Baseline(String compressor, int fp32Bytes, int int8Bytes) {

  /** The name of the uncompressed bytes. */
  public static final String NONE = "none";

  /** A level's value where its scale is not known; no float of few digits. */
  private static final float FLOAT_STEP = 1f / 127;

  /** Measures all compressors on a network with dense or pruned weights. */
  public static List<Baseline> of(Network network) {
    return measure(fp32(network), int8(new Quantizer(QuantizeOptions.DEFAULT).quantize(network)));
  }

  /**
   * Measures all compressors on the weights of a finished file, pruned ones as zeros; biases are
   * 32-bit integers. Floats are a 127th of the levels: a file has no scale of its own (it is a part
   * of the multipliers), and every scale gives as many different floats.
   */
  public static List<Baseline> of(List<IntegerWeightedLayer> layers) {
    ByteArrayOutputStream fp32 = new ByteArrayOutputStream();
    ByteArrayOutputStream int8 = new ByteArrayOutputStream();
    for (IntegerWeightedLayer layer : layers) {
      byte[] levels = layer.weights().levels();
      float[] floats = new float[levels.length];
      for (int i = 0; i < levels.length; i++) {
        floats[i] = levels[i] * FLOAT_STEP;
      }
      byte[] biases = littleEndian(layer.biases());
      fp32.writeBytes(littleEndian(floats));
      fp32.writeBytes(biases);
      int8.writeBytes(levels);
      int8.writeBytes(biases);
    }
    return measure(fp32.toByteArray(), int8.toByteArray());
  }

  private static List<Baseline> measure(byte[] fp32, byte[] int8) {
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

  private static byte[] littleEndian(int[] values) {
    ByteBuffer buffer = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    buffer.asIntBuffer().put(values);
    return buffer.array();
  }
}
