/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.dl4j;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import org.nd4j.linalg.dataset.api.preprocessor.ImagePreProcessingScaler;
import org.nd4j.linalg.dataset.api.preprocessor.serializer.NormalizerSerializer;

/**
 * What a pixel of 0 … 255 is to the network: {@code real = scale · (pixel − zeroPoint)}. A model
 * without a normalizer is taken to be trained on {@code pixel / 255}.
 */
record InputScaling(double scale, int zeroPoint) {
  /** Pixels 0 … 255 become 0 … 1. */
  static final InputScaling UNIT = new InputScaling(1.0 / 255, 0);

  private static final String NAME = "normalizer.bin";

  /** How far from a whole pixel the pixel of real value 0 may lie. */
  private static final double TOLERANCE = 1e-6;

  /**
   * Reads the normalizer that was saved with a model: {@code real = pixel / maxPixel · (max − min)
   * + min}, so {@code scale = (max − min) / maxPixel} and {@code zeroPoint = −min / scale}.
   */
  static InputScaling read(byte[] normalizer) throws ModelReadException {
    requireImageScaler(normalizer);
    ImagePreProcessingScaler scaler;
    try {
      scaler = NormalizerSerializer.getDefault().restore(new ByteArrayInputStream(normalizer));
    } catch (Exception e) {
      throw new ModelReadException(NAME, "a range and a largest pixel", "an incomplete file");
    }
    double min = scaler.getMinRange();
    double max = scaler.getMaxRange();
    double scale = (max - min) / scaler.getMaxPixelVal();
    if (!(scale > 0 && scale < Double.POSITIVE_INFINITY)) {
      throw new ModelReadException(
          NAME,
          "an ascending range of pixels from 0",
          min + " ... " + max + " for pixels up to " + scaler.getMaxPixelVal());
    }
    double zeroPoint = -min / scale;
    long rounded = Math.round(zeroPoint);
    if (!(Math.abs(zeroPoint - rounded) <= TOLERANCE) || rounded < 0 || rounded > 255) {
      throw new ModelReadException(
          NAME,
          "a range whose 0 is a whole pixel in 0 ... 255",
          min + " ... " + max + ", whose 0 is the pixel " + zeroPoint);
    }
    return new InputScaling(scale, (int) rounded);
  }

  /**
   * Looks at the type before ND4J does: a custom one would make it load a class that the file
   * names, others make it read arrays of a size that the file names.
   */
  private static void requireImageScaler(byte[] normalizer) throws ModelReadException {
    String type;
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(normalizer))) {
      String header = in.readUTF();
      int version = in.readInt();
      type = header.equals("NORMALIZER") && version == 1 ? in.readUTF() : "an unknown format";
    } catch (IOException e) {
      type = "an unknown format";
    }
    if (!type.equals("IMAGE_MIN_MAX")) {
      throw new ModelReadException(
          NAME, "an ImagePreProcessingScaler, written as type IMAGE_MIN_MAX", type);
    }
  }
}
