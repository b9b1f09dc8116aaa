/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.benchmarks.engine;

import dev.thimble.benchmarks.onnx.OnnxExport;
import dev.thimble.compressor.artifact.ArtifactOptions;
import dev.thimble.compressor.artifact.ArtifactWriter;
import dev.thimble.compressor.artifact.Coding;
import dev.thimble.compressor.dl4j.ModelArchive;
import dev.thimble.compressor.network.Network;
import dev.thimble.compressor.network.Shape;
import dev.thimble.compressor.quantize.Calibration;
import dev.thimble.compressor.quantize.IntegerNetwork;
import dev.thimble.compressor.quantize.QuantizeOptions;
import dev.thimble.compressor.quantize.Quantizer;
import dev.thimble.models.CompressedNetwork;
import dev.thimble.models.ReferenceNetwork;
import dev.thimble.models.Zoo;
import dev.thimble.models.data.ImageSet;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Writes the files of a network. The integer forms of all runtimes come from one integer network,
 * so that they have the same weights and scales.
 */
public final class ModelPreparation {
  private final byte[] calibration;
  private final byte[] image;
  private final Shape shape;

  /**
   * @param training images for the ranges of the activations
   * @param test the first one is what a fresh process classifies
   */
  public ModelPreparation(ImageSet training, ImageSet test) {
    int count = Math.min(QuantizeOptions.DEFAULT_CALIBRATION_IMAGES, training.count());
    calibration = training.firstPixels(count);
    image = test.pixels(0);
    shape = new Shape(training.channels(), training.height(), training.width());
  }

  /**
   * Writes all files of a network; the compressed ones are those that come with Thimble.
   *
   * @param files in a directory that is there; what is in it is replaced
   */
  public void write(ReferenceNetwork reference, ModelFiles files) throws IOException {
    copy(Zoo.checkpoint(reference), files.checkpoint());
    copy(compressed(reference, "small"), files.small());
    copy(compressed(reference, "tiny"), files.tiny());
    Network network = ModelArchive.read(files.checkpoint(), shape);
    IntegerNetwork integers = integers(network);
    Files.write(files.dense(), thim(integers));
    Files.write(files.onnxIntegers(), OnnxExport.integers(integers));
    Files.write(files.onnxReals(), OnnxExport.reals(network));
    Files.write(files.image(), image);
  }

  private static InputStream compressed(ReferenceNetwork reference, String size)
      throws IOException {
    return Zoo.compressed(CompressedNetwork.find(reference.id() + "-" + size).orElseThrow());
  }

  private static void copy(InputStream from, Path to) throws IOException {
    try (from) {
      Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** The 8-bit form of a network, a scale for each output channel. */
  private IntegerNetwork integers(Network network) {
    QuantizeOptions options = QuantizeOptions.DEFAULT;
    Network quantized = new Quantizer(options).quantize(network);
    return IntegerNetwork.of(quantized, Calibration.fit(quantized, calibration, options), options);
  }

  /** The file, with the coder that recipe {@code int8} takes: the quicker one to load. */
  private static byte[] thim(IntegerNetwork integers) {
    ArtifactOptions options = ArtifactOptions.DEFAULT.withCoding(Coding.HUFFMAN);
    return new ArtifactWriter(options).write(integers).bytes();
  }
}
