/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.sensitivity.analysis;

import dev.thimble.compressor.artifact.ArtifactOptions;
import dev.thimble.compressor.artifact.ArtifactWriter;
import dev.thimble.compressor.network.Network;
import dev.thimble.compressor.network.WeightedLayer;
import dev.thimble.compressor.quantize.Calibration;
import dev.thimble.compressor.quantize.IntegerNetwork;
import dev.thimble.compressor.quantize.QuantizeOptions;
import dev.thimble.compressor.quantize.Quantizer;
import dev.thimble.models.data.ImageSet;
import java.util.List;
import java.util.Optional;

/**
 * What is analysed, in both its forms.
 *
 * @param name as the user knows the network
 * @param fileName of the {@code *.thim} file; empty if the integers were made from the network
 * @param network real numbers: the network that was trained, or else what the file stands for
 * @param original whether {@code network} is the one that was trained
 * @param integers the int8 network
 * @param stand the integers as real numbers, layer by layer in the same units
 * @param file the bytes that hold the integers
 */
public record SubjectNetwork(
    String name,
    Optional<String> fileName,
    Network network,
    boolean original,
    IntegerNetwork integers,
    Network stand,
    FileContent file) {

  /**
   * A trained network, which is quantized and nothing else to have its integers.
   *
   * @param images for the ranges of activations
   */
  public static SubjectNetwork ofNetwork(
      String name, Network network, QuantizeOptions quantize, ImageSet images) {
    Network quantized = new Quantizer(quantize).quantize(network);
    Calibration ranges = Calibration.fit(quantized, images, quantize);
    IntegerNetwork integers = IntegerNetwork.of(quantized, ranges, quantize);
    byte[] file = new ArtifactWriter(ArtifactOptions.DEFAULT).write(integers).bytes();
    return new SubjectNetwork(
        name, Optional.empty(), network, true, integers, quantized, FileContent.of(file));
  }

  /**
   * A file.
   *
   * @param original the network that it was made from; without it the file stands for that network
   * @throws IllegalArgumentException if the file has layers that cannot be analysed, or the
   *     original has other layers
   */
  public static SubjectNetwork ofFile(
      String name, String fileName, byte[] bytes, Optional<Network> original) {
    DecodedFile decoded = DecodedFile.of(bytes);
    Network stand = decoded.reals();
    original.ifPresent(network -> requireSameLayers(network, stand));
    return new SubjectNetwork(
        name,
        Optional.of(fileName),
        original.orElse(stand),
        original.isPresent(),
        decoded.integers(),
        stand,
        FileContent.of(bytes));
  }

  private static void requireSameLayers(Network original, Network file) {
    List<String> expected = names(original);
    List<String> found = names(file);
    if (!expected.equals(found) || original.classes() != file.classes()) {
      throw new IllegalArgumentException(
          "expected the network's layers "
              + expected
              + " and "
              + original.classes()
              + " classes, found "
              + found
              + " and "
              + file.classes()
              + " classes");
    }
  }

  private static List<String> names(Network network) {
    return network.weightedLayers().stream().map(WeightedLayer::name).toList();
  }
}
