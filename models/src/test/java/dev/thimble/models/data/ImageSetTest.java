/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.models.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class ImageSetTest {
  private static final ImageShape SHAPE = new ImageShape(1, 2, 3);

  private final byte[] pixels = IdxFixture.pixels(4, 6);
  private final byte[] labels = {0, 1, 2, 1};
  private final ImageSet images = ImageSet.labelled(SHAPE, 3, pixels, labels);

  @Test
  void tellsItsShape() {
    assertThat(images.count()).isEqualTo(4);
    assertThat(images.shape()).isEqualTo(SHAPE);
    assertThat(images.classCount()).isEqualTo(3);
    assertThat(images.label(2)).isEqualTo(2);
  }

  @Test
  void keepsItsOwnCopies() {
    byte[] before = images.pixels(1);
    pixels[6]++;
    labels[1] = 0;
    images.pixels(1)[0]++;
    assertThat(images.pixels(1)).isEqualTo(before);
    assertThat(images.label(1)).isEqualTo(1);
  }

  @Test
  void copiesManyAtOnce() {
    assertThat(images.firstPixels(2))
        .hasSize(12)
        .startsWith(images.pixels(0))
        .endsWith(images.pixels(1));
    assertThat(images.firstPixels(0)).isEmpty();
    images.labels()[0] = 2;
    assertThat(images.labels()).containsExactly(0, 1, 2, 1);
    assertThatThrownBy(() -> images.firstPixels(5)).hasMessage("cannot take 5 of 4 images");
  }

  @Test
  void scalesPixelsToOne() {
    ImageSet extremes =
        ImageSet.unlabelled(new ImageShape(1, 1, 3), new byte[] {0, (byte) 255, (byte) 51});
    float[] values = new float[4];
    extremes.copyScaled(0, values, 1);
    assertThat(values).containsExactly(0, 0, 1, 51 * (1 / 255f));
  }

  @Test
  void takesSubsets() {
    ImageSet subset = images.subset(new int[] {3, 0});
    assertThat(subset.count()).isEqualTo(2);
    assertThat(subset.pixels(0)).isEqualTo(images.pixels(3));
    assertThat(subset.label(1)).isEqualTo(0);
    assertThat(images.first(2).pixels(1)).isEqualTo(images.pixels(1));
  }

  @Test
  void refusesALabelBeyondTheClasses() {
    assertThatThrownBy(() -> ImageSet.labelled(SHAPE, 2, pixels, labels))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("label 2 is not below the class count 2");
  }

  @Test
  void refusesPixelsThatAreNotWholeImages() {
    assertThatThrownBy(() -> ImageSet.unlabelled(SHAPE, new byte[7]))
        .hasMessage("7 pixels are not a positive number of 1x2x3 images");
    assertThatThrownBy(() -> ImageSet.unlabelled(SHAPE, new byte[0]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesLabelsOfAnotherNumber() {
    assertThatThrownBy(() -> ImageSet.labelled(SHAPE, 3, pixels, new byte[3]))
        .hasMessage("4 images but 3 labels");
  }

  @Test
  void refusesToTakeMoreThanThereAre() {
    assertThatThrownBy(() -> images.first(5)).hasMessage("cannot take 5 of 4 images");
  }

  @Test
  void unlabelledImagesHaveNoLabelToAskFor() {
    ImageSet unlabelled = ImageSet.unlabelled(SHAPE, pixels);
    assertThat(unlabelled.hasLabels()).isFalse();
    assertThatThrownBy(() -> unlabelled.label(0)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void refusesAShapeThatOverflows() {
    assertThatThrownBy(() -> new ImageShape(1, 65_536, 65_536))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2^31");
    assertThatThrownBy(() -> new ImageShape(1, 0, 3)).hasMessageContaining("1x0x3");
  }
}
