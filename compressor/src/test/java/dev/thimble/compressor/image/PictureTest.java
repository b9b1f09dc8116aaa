/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class PictureTest {

  @Test
  void keepsItsSamples() {
    byte[] samples = {0, 1, 2, 3, 4, (byte) 255};
    Picture picture = Picture.of(1, 2, 3, samples);
    samples[0] = 9;

    assertThat(picture.samples()).containsExactly(0, 1, 2, 3, 4, 255);
    assertThat(picture.sample(0, 1, 2)).isEqualTo(255);
  }

  @Test
  void invertsBlackAndWhite() {
    assertThat(Picture.of(1, 1, 3, new byte[] {0, 10, (byte) 255}).inverted().samples())
        .containsExactly(255, 245, 0);
  }

  @Test
  void shrinksToTheMeanOfEachArea() {
    Picture picture = Picture.of(1, 2, 4, new byte[] {0, 100, 10, 10, 100, 0, 10, 11});

    assertThat(picture.fit(1, 2, 0).samples()).containsExactly(50, 10);
  }

  @Test
  void sharesPixelsThatABorderCuts() {
    Picture picture = Picture.of(1, 1, 3, new byte[] {0, 90, (byte) 180});

    // Two areas of 1.5 pixels: (0 + 90 / 2) / 1.5 and (90 / 2 + 180) / 1.5.
    assertThat(picture.fit(1, 2, 0).samples()).containsExactly(30, 150);
  }

  @Test
  void repeatsPixelsWhenItGrows() {
    assertThat(Picture.of(1, 1, 2, new byte[] {1, 2}).fit(2, 4, 0).samples())
        .containsExactly(1, 1, 2, 2, 1, 1, 2, 2);
  }

  @Test
  void keepsProportionsInsideABorder() {
    assertThat(Picture.of(1, 1, 2, new byte[] {1, 2}).fit(4, 4, 7).samples())
        .containsExactly(7, 7, 7, 7, 1, 1, 2, 2, 1, 1, 2, 2, 7, 7, 7, 7);
  }

  @Test
  void scalesEachChannel() {
    byte[] samples = new byte[12];
    Arrays.fill(samples, 4, 8, (byte) 40);
    Arrays.fill(samples, 8, 12, (byte) 80);

    assertThat(Picture.of(3, 2, 2, samples).fit(1, 1, 0).samples()).containsExactly(0, 40, 80);
  }

  @Test
  void keepsAThinPictureVisible() {
    assertThat(Picture.of(1, 1, 100, new byte[100]).fit(4, 4, 9).samples()).contains(0);
  }

  @Test
  void refusesAWrongNumberOfSamples() {
    assertThatThrownBy(() -> Picture.of(1, 2, 3, new byte[5]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a picture of 1x2x3 needs as many samples, found 5");
  }

  @Test
  void drawsTwoRowsInACharacter() {
    byte[] samples = {0, (byte) 255, 0, (byte) 255};

    assertThat(AsciiPicture.lines(Picture.of(1, 2, 2, samples))).containsExactly(" @");
  }

  @Test
  void drawsLargePicturesSmaller() {
    assertThat(AsciiPicture.lines(Picture.of(1, 224, 224, new byte[224 * 224])))
        .hasSize(28)
        .allSatisfy(line -> assertThat(line).hasSize(56));
  }
}
