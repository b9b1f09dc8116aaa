/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.search;

import dev.thimble.compressor.io.AtomicFile;
import dev.thimble.compressor.network.FloatVector;
import dev.thimble.compressor.network.Network;
import dev.thimble.compressor.network.PrunedWeights;
import dev.thimble.compressor.network.WeightedLayer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/**
 * The pruned weights and biases of a network whose architecture is known: for each layer its
 * weights (32-bit floats, pruned ones too), one byte a weight for whether it is kept, and its
 * biases; big-endian, with a CRC-32 of all that behind it.
 */
final class WeightsFile {
  private static final int CRC_BYTES = 4;

  private WeightsFile() {}

  /** Writes the file in one step. */
  static void write(Path file, Network network) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    for (WeightedLayer layer : network.weightedLayers()) {
      PrunedWeights weights = (PrunedWeights) layer.requireKind("a checkpoint", "pruned");
      for (int i = 0; i < weights.size(); i++) {
        out.writeFloat(weights.get(i));
        out.writeBoolean(weights.isKept(i));
      }
      for (int i = 0; i < layer.rows(); i++) {
        out.writeFloat(layer.bias().get(i));
      }
    }
    out.writeInt(crc(bytes.toByteArray(), bytes.size()));
    AtomicFile.write(file, bytes.toByteArray());
  }

  /**
   * Reads a file.
   *
   * @param architecture a network of the same layers
   * @throws IOException if it is not what {@link #write} wrote for such a network; names the file
   */
  static Network read(Path file, Network architecture) throws IOException {
    long expected = CRC_BYTES;
    for (WeightedLayer layer : architecture.weightedLayers()) {
      expected += (Float.BYTES + 1L) * layer.weights().size() + (long) Float.BYTES * layer.rows();
    }
    long found = Files.size(file);
    if (found != expected) {
      throw new IOException(file + ": expected " + expected + " bytes, found " + found);
    }
    byte[] bytes = Files.readAllBytes(file);
    int end = bytes.length - CRC_BYTES;
    if (crc(bytes, end) != ByteBuffer.wrap(bytes).getInt(end)) {
      throw new IOException(file + ": expected its checksum, found another: the file is damaged");
    }
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
    List<WeightedLayer> layers = new ArrayList<>();
    for (WeightedLayer layer : architecture.weightedLayers()) {
      layers.add(read(in, layer));
    }
    return architecture.withWeightedLayers(layers);
  }

  private static WeightedLayer read(DataInputStream in, WeightedLayer layer) throws IOException {
    float[] values = new float[layer.weights().size()];
    boolean[] kept = new boolean[values.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = in.readFloat();
      kept[i] = in.readBoolean();
    }
    float[] biases = new float[layer.rows()];
    for (int i = 0; i < biases.length; i++) {
      biases[i] = in.readFloat();
    }
    return layer
        .withWeights(PrunedWeights.of(layer.rows(), layer.columns(), values, kept))
        .withBias(FloatVector.of(biases));
  }

  private static int crc(byte[] bytes, int end) {
    CRC32 crc = new CRC32();
    crc.update(bytes, 0, end);
    return (int) crc.getValue();
  }
}
