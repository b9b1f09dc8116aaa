/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.models.data;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** Writes IDX files for tests. */
public final class IdxFixture {

  private IdxFixture() {}

  /** An IDX file with these dimensions in its header, whatever the data. */
  public static byte[] idx(byte[] data, int... dimensions) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(0x0800 | dimensions.length);
      for (int dimension : dimensions) {
        out.writeInt(dimension);
      }
      out.write(data);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return bytes.toByteArray();
  }

  public static byte[] gzip(byte[] data) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(data);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return bytes.toByteArray();
  }

  /** Pixels that differ from image to image. */
  public static byte[] pixels(int count, int size) {
    byte[] pixels = new byte[count * size];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) (i / size * 37 + i % size * 11);
    }
    return pixels;
  }

  public static byte[] labels(int count, int classCount) {
    byte[] labels = new byte[count];
    for (int i = 0; i < count; i++) {
      labels[i] = (byte) (i % classCount);
    }
    return labels;
  }

  /** Images that a network can learn: class k has its k-th column lit, with a little noise. */
  public static ImageSet columns(int count, int side, int classCount, long seed) {
    SeededRandom random = new SeededRandom(seed);
    byte[] pixels = new byte[count * side * side];
    byte[] labels = new byte[count];
    for (int i = 0; i < count; i++) {
      labels[i] = (byte) random.nextInt(classCount);
      for (int p = 0; p < side * side; p++) {
        int lit = p % side == labels[i] ? 200 : 0;
        pixels[i * side * side + p] = (byte) (lit + random.nextInt(50));
      }
    }
    return ImageSet.labelled(new ImageShape(1, side, side), classCount, pixels, labels);
  }

  /** A complete small data set: 4 classes of 8x8 images. */
  public static void writeDataSet(Path directory, int training, int test) throws IOException {
    write(directory, "train", training);
    write(directory, "t10k", test);
  }

  private static void write(Path directory, String prefix, int count) throws IOException {
    ImageSet images = columns(count, 8, 4, count);
    byte[] pixels = new byte[count * 64];
    byte[] labels = new byte[count];
    for (int i = 0; i < count; i++) {
      images.copyPixels(i, pixels, i * 64);
      labels[i] = (byte) images.label(i);
    }
    Files.write(directory.resolve(prefix + "-images-idx3-ubyte"), idx(pixels, count, 8, 8));
    Files.write(directory.resolve(prefix + "-labels-idx1-ubyte.gz"), gzip(idx(labels, count)));
  }
}
