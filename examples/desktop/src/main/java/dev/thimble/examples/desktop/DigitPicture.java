/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.examples.desktop;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/**
 * Makes of a drawing what MNIST's images are: white ink on black, the digit scaled into 20 × 20
 * pixels, its centre of mass in the middle of 28 × 28.
 */
final class DigitPicture {
  /** Rows and columns of an image. */
  static final int SIDE = 28;

  private static final int DIGIT_SIDE = 20;
  private static final int INK = 32;

  private DigitPicture() {}

  /**
   * The pixels of a drawing, {@code SIDE · SIDE} unsigned bytes.
   *
   * @param drawing light ink on dark ground
   */
  static byte[] pixels(BufferedImage drawing) {
    int[] box = inkBox(drawing);
    BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_GRAY);
    if (box.length == 0) {
      return new byte[SIDE * SIDE];
    }
    int width = box[2] - box[0] + 1;
    int height = box[3] - box[1] + 1;
    double scale = (double) DIGIT_SIDE / Math.max(width, height);
    BufferedImage digit = drawing.getSubimage(box[0], box[1], width, height);
    double[] mass = centreOfMass(digit);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    int left = (int) Math.round(SIDE / 2.0 - mass[0] * scale);
    int top = (int) Math.round(SIDE / 2.0 - mass[1] * scale);
    int drawnWidth = Math.max(1, (int) Math.round(width * scale));
    int drawnHeight = Math.max(1, (int) Math.round(height * scale));
    graphics.drawImage(shrunk(digit, drawnWidth, drawnHeight), left, top, null);
    graphics.dispose();
    byte[] pixels = new byte[SIDE * SIDE];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) brightness(image, i % SIDE, i / SIDE);
    }
    return pixels;
  }

  /** Halves a picture until one step is left, so that thin lines do not vanish between samples. */
  private static BufferedImage shrunk(BufferedImage picture, int width, int height) {
    BufferedImage current = picture;
    while (current.getWidth() > 2 * width && current.getHeight() > 2 * height) {
      current = scaled(current, current.getWidth() / 2, current.getHeight() / 2);
    }
    return scaled(current, width, height);
  }

  private static BufferedImage scaled(BufferedImage picture, int width, int height) {
    BufferedImage result = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D graphics = result.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.drawImage(picture, 0, 0, width, height, null);
    graphics.dispose();
    return result;
  }

  /** Left, top, right and bottom of the ink; empty if there is none. */
  private static int[] inkBox(BufferedImage drawing) {
    int[] box = {drawing.getWidth(), drawing.getHeight(), -1, -1};
    for (int y = 0; y < drawing.getHeight(); y++) {
      for (int x = 0; x < drawing.getWidth(); x++) {
        if (brightness(drawing, x, y) > INK) {
          box[0] = Math.min(box[0], x);
          box[1] = Math.min(box[1], y);
          box[2] = Math.max(box[2], x);
          box[3] = Math.max(box[3], y);
        }
      }
    }
    return box[2] < 0 ? new int[0] : box;
  }

  private static double[] centreOfMass(BufferedImage digit) {
    double sum = 0;
    double sumX = 0;
    double sumY = 0;
    for (int y = 0; y < digit.getHeight(); y++) {
      for (int x = 0; x < digit.getWidth(); x++) {
        int ink = brightness(digit, x, y);
        sum += ink;
        sumX += ink * (x + 0.5);
        sumY += ink * (y + 0.5);
      }
    }
    return new double[] {sumX / sum, sumY / sum};
  }

  /** 0 … 255, the mean of red, green and blue. */
  private static int brightness(BufferedImage image, int x, int y) {
    int rgb = image.getRGB(x, y);
    return ((rgb >> 16 & 0xFF) + (rgb >> 8 & 0xFF) + (rgb & 0xFF)) / 3;
  }
}
