/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.dl4j;

import dev.thimble.compressor.network.Network;
import dev.thimble.compressor.network.Shape;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * Reads a sequential network that Deeplearning4j's {@code ModelSerializer} wrote: a zip with {@code
 * configuration.json}, {@code coefficients.bin} and perhaps {@code normalizer.bin}.
 *
 * <p>Read are dense, convolution (two-dimensional, channels first), maximum and average pooling,
 * batch normalization (folded), dropout (dropped), ReLU and identity activations, output and loss
 * layers, with a softmax at most at the end. Everything else is refused by name, from the
 * configuration alone, before a weight is read. Sizes are compared with each other before memory is
 * allocated; classes that the file names are not loaded except as parts of a configuration, and
 * Java deserialization is not used. ND4J's native library is not needed.
 */
public final class ModelArchive {
  /** Largest {@code configuration.json}: some hundred layers take less than 1 MiB. */
  static final int MAX_CONFIGURATION_BYTES = 4 << 20;

  /** Largest {@code normalizer.bin}; the one kind that is read takes less than 100 bytes. */
  static final int MAX_NORMALIZER_BYTES = 1 << 20;

  /** Largest archive that is read from a stream: all parameters as doubles, not compressed. */
  private static final int MAX_STREAM_BYTES = 600 << 20;

  /** Largest {@code coefficients.bin}: all parameters as doubles, and what stands before them. */
  static final long MAX_COEFFICIENTS_BYTES = Draft.MAX_PARAMETERS * Double.BYTES + 4096;

  private static final String CONFIGURATION = "configuration.json";
  private static final String COEFFICIENTS = "coefficients.bin";
  private static final String NORMALIZER = "normalizer.bin";
  private static final String PREPROCESSOR = "preprocessor.bin";

  private ModelArchive() {}

  /**
   * Reads a file.
   *
   * @param images shape of the images that the network is to classify; it must be the one that the
   *     network was made for
   * @throws ModelReadException if there is no such file, it is no model or damaged, or the network
   *     is not supported; the message is one line with the file's name
   */
  public static Network read(Path zip, Shape images) throws ModelReadException {
    String file = zip.toString();
    if (!Files.isRegularFile(zip)) {
      throw new ModelReadException(
          file, "a Deeplearning4j model", Files.exists(zip) ? "no regular file" : "no such file");
    }
    try (SeekableByteChannel channel = Files.newByteChannel(zip)) {
      return read(channel, images);
    } catch (ModelReadException e) {
      throw e.in(file);
    } catch (IOException e) {
      throw new ModelReadException(file + ": cannot be read: " + e, e);
    }
  }

  /**
   * Reads a stream, which stays open.
   *
   * @param name what messages call it
   * @param images as in {@link #read(Path, Shape)}
   * @throws ModelReadException as in {@link #read(Path, Shape)}
   */
  public static Network read(String name, InputStream zip, Shape images) throws ModelReadException {
    try {
      byte[] bytes = zip.readNBytes(MAX_STREAM_BYTES);
      if (zip.read() >= 0) {
        throw new ModelReadException("model", "at most " + MAX_STREAM_BYTES + " bytes", "more");
      }
      return read(new SeekableInMemoryByteChannel(bytes), images);
    } catch (ModelReadException e) {
      throw e.in(name);
    } catch (IOException e) {
      throw new ModelReadException(name + ": cannot be read: " + e, e);
    }
  }

  private static Network read(SeekableByteChannel channel, Shape images) throws IOException {
    try (Archive archive = Archive.open(channel)) {
      Plan plan =
          Planner.plan(
              ConfigurationJson.parse(archive.bytes(CONFIGURATION, MAX_CONFIGURATION_BYTES)),
              images);
      InputScaling scaling = scaling(archive);
      requireRoom(archive.size(COEFFICIENTS), plan.parameters());
      InputStream values = archive.open(COEFFICIENTS, MAX_COEFFICIENTS_BYTES);
      try (Coefficients coefficients = new Coefficients(values, plan.parameters())) {
        return plan.build(coefficients, scaling);
      }
    } catch (IllegalArgumentException e) {
      // The network's own checks name the layer, what must hold and what was found.
      throw new ModelReadException(e.getMessage(), e);
    }
  }

  /** Refuses a file that is too small before memory for its parameters is allocated. */
  private static void requireRoom(long bytes, long parameters) throws ModelReadException {
    if (bytes < parameters * Float.BYTES) {
      throw new ModelReadException(
          COEFFICIENTS,
          "at least " + parameters * Float.BYTES + " bytes for " + parameters + " parameters",
          bytes);
    }
  }

  private static InputScaling scaling(Archive archive) throws ModelReadException {
    if (archive.has(PREPROCESSOR)) {
      throw new ModelReadException(
          PREPROCESSOR, "a " + NORMALIZER + " instead", "a preprocessor in Java's serial form");
    }
    return archive.has(NORMALIZER)
        ? InputScaling.read(archive.bytes(NORMALIZER, MAX_NORMALIZER_BYTES))
        : InputScaling.UNIT;
  }
}
