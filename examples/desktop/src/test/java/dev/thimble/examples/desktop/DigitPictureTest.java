/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.examples.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class DigitPictureTest {

  @Test
  void aDrawingInACornerIsScaledAndCentred() {
    byte[] pixels = DigitPicture.pixels(drawing(10, 5, 40, 120));

    double sum = 0;
    double x = 0;
    double y = 0;
    int rows = 0;
    for (int row = 0; row < DigitPicture.SIDE; row++) {
      int ink = 0;
      for (int column = 0; column < DigitPicture.SIDE; column++) {
        int value = pixels[row * DigitPicture.SIDE + column] & 0xFF;
        sum += value;
        x += value * (column + 0.5);
        y += value * (row + 0.5);
        ink += value;
      }
      rows += ink > 100 ? 1 : 0;
    }
    assertThat(rows).isBetween(19, 21);
    assertThat(x / sum).isCloseTo(14, within(0.6));
    assertThat(y / sum).isCloseTo(14, within(0.6));
  }

  @Test
  void anEmptyDrawingIsBlack() {
    assertThat(DigitPicture.pixels(drawing(0, 0, 0, 0))).containsOnly(0);
  }

  private static BufferedImage drawing(int x, int y, int width, int height) {
    BufferedImage drawing = new BufferedImage(300, 200, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D graphics = drawing.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(x, y, width, height);
    graphics.dispose();
    return drawing;
  }
}
