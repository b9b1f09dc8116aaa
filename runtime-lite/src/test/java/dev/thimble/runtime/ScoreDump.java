/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.runtime;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Random;
import java.util.zip.GZIPInputStream;

/**
 * Prints a digest of a model's scores, so that Java virtual machines and processors can be
 * compared:
 *
 * <pre>ScoreDump COUNT IMAGES FILE.thim…</pre>
 *
 * COUNT images are taken from IMAGES, a gzip of MNIST's IDX format, or made at random if IMAGES is
 * "random". Prints one line a file: its name, the count, and the SHA-256 of all scores as
 * big-endian 32-bit integers.
 */
final class ScoreDump {
  private static final int IDX_IMAGES = 0x803;
  private static final long SEED = 1;

  private ScoreDump() {}

  public static void main(String[] arguments) throws IOException {
    int count = Integer.parseInt(arguments[0]);
    for (int i = 2; i < arguments.length; i++) {
      System.out.println(line(count, arguments[1], Path.of(arguments[i])));
    }
  }

  static String line(int count, String images, Path file) throws IOException {
    Model model = Model.load(Files.readAllBytes(file));
    byte[] pixels =
        images.equals("random")
            ? random(count * model.inputSize())
            : idx(Path.of(images), count, model.inputSize());
    return file.getFileName() + " " + count + " " + digest(model, pixels, count);
  }

  private static String digest(Model model, byte[] pixels, int count) {
    int[] scores = new int[count * model.classCount()];
    model.newSession().scores(pixels, count, scores);
    ByteBuffer bytes = ByteBuffer.allocate(scores.length * Integer.BYTES);
    bytes.asIntBuffer().put(scores);
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.array()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Like MNIST, mostly zero. */
  private static byte[] random(int length) {
    Random random = new Random(SEED);
    byte[] pixels = new byte[length];
    for (int i = 0; i < length; i++) {
      pixels[i] = (byte) (random.nextInt(5) == 0 ? random.nextInt(256) : 0);
    }
    return pixels;
  }

  private static byte[] idx(Path file, int count, int imageSize) throws IOException {
    try (DataInputStream in =
        new DataInputStream(new GZIPInputStream(Files.newInputStream(file)))) {
      int magic = in.readInt();
      int images = in.readInt();
      int size = in.readInt() * in.readInt();
      if (magic != IDX_IMAGES || images < count || size != imageSize) {
        throw new IOException(
            file
                + ": expected "
                + count
                + " IDX images of "
                + imageSize
                + " pixels, found "
                + images
                + " of "
                + size);
      }
      byte[] pixels = new byte[count * imageSize];
      in.readFully(pixels);
      return pixels;
    }
  }
}
