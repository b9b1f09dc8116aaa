/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.dl4j;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/**
 * A model's parameters, one after the other, as ND4J writes them: a buffer with the array's shape,
 * then a buffer with its values, each {@code allocation mode (UTF), length, type (UTF), values},
 * everything big endian. They are read straight into Java arrays and only after their number turned
 * out to be the expected one, so that a wrong or malicious file costs no memory.
 *
 * <p>Values of type FLOAT and DOUBLE are read; the latter are rounded.
 */
final class Coefficients implements Closeable {
  /** Longest shape buffer: rank, shapes and strides of 32 dimensions, three more numbers. */
  private static final int MAX_SHAPE_LENGTH = 2 * 32 + 4;

  private static final String NAME = "coefficients.bin";

  private final DataInputStream in;
  private final long expected;
  private final boolean doubles;
  private long done;

  /**
   * Reads what stands before the values.
   *
   * @param expected number of parameters that the model's configuration implies
   */
  Coefficients(InputStream stream, long expected) throws ModelReadException {
    this.in = new DataInputStream(new BufferedInputStream(stream, 1 << 16));
    this.expected = expected;
    try {
      skipShape();
      long length = length(in.readUTF());
      String type = in.readUTF();
      if (!type.equals("FLOAT") && !type.equals("DOUBLE")) {
        throw new ModelReadException(NAME, "values of type FLOAT or DOUBLE", type);
      }
      if (length != expected) {
        throw new ModelReadException(
            NAME, expected + " parameters as configuration.json implies", length);
      }
      this.doubles = type.equals("DOUBLE");
    } catch (ModelReadException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw problem(e);
    }
  }

  private void skipShape() throws IOException {
    long length = length(in.readUTF());
    String type = in.readUTF();
    if (length < 1 || length > MAX_SHAPE_LENGTH) {
      throw new ModelReadException(
          NAME, "a shape of 1 to " + MAX_SHAPE_LENGTH + " numbers", length);
    }
    if (!type.equals("LONG") && !type.equals("INT")) {
      throw new ModelReadException(NAME, "a shape of type LONG or INT", type);
    }
    in.skipNBytes(length * (type.equals("LONG") ? Long.BYTES : Integer.BYTES));
  }

  /** A buffer's number of elements; it was an int before ND4J 1.0.0. */
  private long length(String allocationMode) throws IOException {
    return switch (allocationMode) {
      case "DIRECT", "HEAP", "JAVACPP" -> in.readInt();
      case "LONG_SHAPE", "MIXED_DATA_TYPES" -> in.readLong();
      default -> throw new ModelReadException(NAME, "an array as ND4J writes it", "something else");
    };
  }

  /** The next parameters. */
  float[] next(int count) throws ModelReadException {
    if (count > expected - done) {
      throw new IllegalStateException("more parameters asked for than were expected");
    }
    float[] values = new float[count];
    try {
      for (int i = 0; i < count; i++) {
        values[i] = doubles ? (float) in.readDouble() : in.readFloat();
        done++;
      }
    } catch (IOException | RuntimeException e) {
      throw problem(e);
    }
    return values;
  }

  /** Checks that all parameters were read and nothing follows them. */
  void requireEnd() throws ModelReadException {
    try {
      if (done != expected) {
        throw new IllegalStateException("expected to read " + expected + ", read " + done);
      }
      if (in.read() >= 0) {
        throw new ModelReadException(NAME, "the end after " + expected + " parameters", "more");
      }
    } catch (ModelReadException e) {
      throw e;
    } catch (IOException e) {
      throw problem(e);
    }
  }

  private ModelReadException problem(Exception cause) {
    if (cause instanceof EOFException) {
      return new ModelReadException(
          NAME, expected + " parameters", "the end of the data after " + done);
    }
    return new ModelReadException(NAME + ": cannot be unpacked: " + cause.getMessage(), cause);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
