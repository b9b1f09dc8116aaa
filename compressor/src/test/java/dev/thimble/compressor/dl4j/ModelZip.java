/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.dl4j;

import dev.thimble.compressor.network.Network;
import dev.thimble.compressor.network.Shape;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;

/** A model archive made by hand, so that anything can be wrong with it. */
final class ModelZip {
  private final Map<String, byte[]> entries = new LinkedHashMap<>();

  static ModelZip of(MultiLayerConfiguration configuration, float... parameters) {
    configuration.getConfs().forEach(ModelZip::nameStatistics);
    return new ModelZip()
        .with("configuration.json", configuration.toJson())
        .with("coefficients.bin", coefficients("FLOAT", parameters));
  }

  /**
   * Deeplearning4j reads from the parameters' names, set with the weights, what the variance is.
   */
  private static void nameStatistics(NeuralNetConfiguration layer) {
    if (layer.getLayer() instanceof BatchNormalization normalization
        && !normalization.isUseLogStd()) {
      layer.addVariable("var");
    }
  }

  ModelZip with(String entry, byte[] content) {
    entries.put(entry, content);
    return this;
  }

  ModelZip with(String entry, String content) {
    return with(entry, content.getBytes(StandardCharsets.UTF_8));
  }

  ModelZip without(String entry) {
    entries.remove(entry);
    return this;
  }

  /** The configuration with a part of its text replaced. */
  ModelZip replace(String target, String replacement) {
    String json = new String(entries.get("configuration.json"), StandardCharsets.UTF_8);
    if (!json.contains(target)) {
      throw new IllegalArgumentException(target + " is not in " + json);
    }
    return with("configuration.json", json.replace(target, replacement));
  }

  byte[] entry(String name) {
    return entries.get(name);
  }

  byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return bytes.toByteArray();
  }

  Network read(Shape images) throws ModelReadException {
    return read(bytes(), images);
  }

  static Network read(byte[] zip, Shape images) throws ModelReadException {
    return ModelArchive.read("model", new ByteArrayInputStream(zip), images);
  }

  /** {@code coefficients.bin} as {@code Nd4j.write} writes a row vector. */
  static byte[] coefficients(String type, float... values) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      long[] shape = {2, 1, values.length, 1, 1, 0, 1, 'c'};
      out.writeUTF("LONG_SHAPE");
      out.writeLong(shape.length);
      out.writeUTF("LONG");
      for (long number : shape) {
        out.writeLong(number);
      }
      out.writeUTF("MIXED_DATA_TYPES");
      out.writeLong(values.length);
      out.writeUTF(type);
      for (float value : values) {
        out.writeFloat(value);
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return bytes.toByteArray();
  }
}
