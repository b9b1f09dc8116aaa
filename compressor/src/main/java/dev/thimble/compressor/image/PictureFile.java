/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.image;

import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * Reads PNG files and what else {@code javax.imageio} knows. Sizes are checked before anything is
 * decoded. What is transparent shows white.
 */
public final class PictureFile {

  /** Pixels of the largest picture that is decoded. */
  public static final long MAX_PIXELS = 1 << 24;

  private static final int GRAY = 1;
  private static final int RGB = 3;

  private final Path file;
  private final int channels;

  /**
   * A file to read.
   *
   * @param channels 1 for gray, 3 for red, green and blue
   */
  public PictureFile(Path file, int channels) {
    if (channels != GRAY && channels != RGB) {
      throw new IllegalArgumentException(
          "pictures have 1 or 3 channels, the network takes " + channels);
    }
    this.file = file;
    this.channels = channels;
  }

  /**
   * Reads the file if it has exactly that size.
   *
   * @throws IOException if it has another, or is no picture; names the file
   */
  public Picture read(int height, int width) throws IOException {
    return read(
        (foundHeight, foundWidth) -> {
          if (foundHeight != height || foundWidth != width) {
            throw new IOException(
                String.format(
                    "%s: expected an image of %dx%d pixels, found %dx%d (--fit scales)",
                    file, width, height, foundWidth, foundHeight));
          }
        });
  }

  /**
   * Reads the file if it has at most {@link #MAX_PIXELS} pixels.
   *
   * @throws IOException if it has more, or is no picture; names the file
   */
  public Picture readAnySize() throws IOException {
    return read(
        (height, width) -> {
          if ((long) height * width > MAX_PIXELS) {
            throw new IOException(
                String.format(
                    "%s: expected at most %d pixels, found %dx%d",
                    file, MAX_PIXELS, width, height));
          }
        });
  }

  /** Refuses sizes. */
  private interface SizeCheck {
    void check(int height, int width) throws IOException;
  }

  private Picture read(SizeCheck check) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new IOException(
          file
              + ": expected an image, found "
              + (Files.exists(file) ? "no regular file" : "no such file"));
    }
    ImageIO.setUseCache(false);
    try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        throw new IOException(file + ": expected a PNG image, found something else");
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in, true, true);
        int height = size(reader::getHeight);
        int width = size(reader::getWidth);
        check.check(height, width);
        return convert(decode(reader));
      } finally {
        reader.dispose();
      }
    }
  }

  /** Asks for a number of the first picture. */
  private interface Size {
    int of(int index) throws IOException;
  }

  private int size(Size size) throws IOException {
    try {
      return size.of(0);
    } catch (IOException | RuntimeException e) {
      throw damaged(e);
    }
  }

  private BufferedImage decode(ImageReader reader) throws IOException {
    try {
      return reader.read(0);
    } catch (IOException | RuntimeException e) {
      // Decoders of damaged files throw whatever comes.
      throw damaged(e);
    }
  }

  private IOException damaged(Exception e) {
    return new IOException(file + ": expected an intact image, found damage: " + e.getMessage(), e);
  }

  private Picture convert(BufferedImage image) {
    int height = image.getHeight();
    int width = image.getWidth();
    byte[] samples = new byte[channels * height * width];
    for (int row = 0; row < height; row++) {
      for (int column = 0; column < width; column++) {
        int rgb = rgb(image, column, row);
        for (int channel = 0; channel < channels; channel++) {
          int shift = 8 * (RGB - 1 - channel);
          int value = channels == GRAY ? luma(rgb) : rgb >> shift & 0xFF;
          samples[(channel * height + row) * width + column] = (byte) value;
        }
      }
    }
    return Picture.of(channels, height, width, samples);
  }

  /** Red, green and blue of a pixel, over white. */
  private static int rgb(BufferedImage image, int x, int y) {
    int argb = image.getRGB(x, y);
    ColorModel model = image.getColorModel();
    if (model.getNumColorComponents() == GRAY && !(model instanceof IndexColorModel)) {
      // getRGB takes gray for linear light and would brighten it.
      int max = (1 << model.getComponentSize(0)) - 1;
      int gray = (image.getRaster().getSample(x, y, 0) * 255 + max / 2) / max;
      argb = argb & 0xFF000000 | gray * 0x010101;
    }
    int alpha = argb >>> 24;
    int result = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
      int value = ((argb >> shift & 0xFF) * alpha + 255 * (255 - alpha) + 127) / 255;
      result |= value << shift;
    }
    return result;
  }

  /** ITU-R BT.601. */
  private static int luma(int rgb) {
    return (299 * (rgb >> 16 & 0xFF) + 587 * (rgb >> 8 & 0xFF) + 114 * (rgb & 0xFF) + 500) / 1000;
  }
}
