/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.models.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.thimble.models.data.ImageSet;
import dev.thimble.models.data.ImageShape;
import dev.thimble.models.data.SeededRandom;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class AffineAugmentationTest {
  private static final AffineAugmentation NONE = new AffineAugmentation(0, 0, 0, 0);

  @Property(tries = 300)
  void withoutLimitsNothingMoves(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 3) int channels,
      @ForAll @IntRange(min = 1, max = 9) int height,
      @ForAll @IntRange(min = 1, max = 9) int width) {
    ImageShape shape = new ImageShape(channels, height, width);
    float[] source = noise(shape, seed);
    assertThat(apply(NONE, source, shape, seed)).isEqualTo(source);
  }

  @Property(tries = 200)
  void valuesStayBetweenBlackAndTheBrightest(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 9) int side) {
    ImageShape shape = new ImageShape(2, side, side + 3);
    float[] target = apply(AffineAugmentation.DEFAULT, noise(shape, seed), shape, seed);
    for (float value : target) {
      assertThat(value).isBetween(0f, 1f);
    }
  }

  /** The definition in the class comment, computed pixel by pixel in double. */
  @Property(tries = 100)
  void agreesWithTheDefinition(@ForAll long seed) {
    AffineAugmentation augmentation = new AffineAugmentation(40, 0.3, 0.5, 3);
    ImageShape shape = new ImageShape(1, 11, 8);
    float[] source = noise(shape, seed);
    SeededRandom random = new SeededRandom(seed);
    double angle = Math.toRadians(random.nextSymmetric(40));
    double scale = 1 + random.nextSymmetric(0.3);
    double shear = random.nextSymmetric(0.5);
    double shiftX = random.nextSymmetric(3);
    double shiftY = random.nextSymmetric(3);
    float[] target = apply(augmentation, source, shape, seed);
    for (int y = 0; y < 11; y++) {
      for (int x = 0; x < 8; x++) {
        double dx = x - 3.5 - shiftX;
        double dy = y - 5 - shiftY;
        double sheared = dx + shear * dy;
        double sx = (Math.cos(angle) * sheared - Math.sin(angle) * dy) / scale + 3.5;
        double sy = (Math.sin(angle) * sheared + Math.cos(angle) * dy) / scale + 5;
        assertThat((double) target[y * 8 + x]).isCloseTo(bilinear(source, sx, sy), within(1e-4));
      }
    }
  }

  private static double bilinear(float[] source, double x, double y) {
    double sum = 0;
    for (int j = 0; j < 11; j++) {
      for (int i = 0; i < 8; i++) {
        double weight = Math.max(0, 1 - Math.abs(x - i)) * Math.max(0, 1 - Math.abs(y - j));
        sum += weight * source[j * 8 + i];
      }
    }
    return sum;
  }

  @Test
  void seedDecides() {
    ImageShape shape = new ImageShape(1, 28, 28);
    float[] source = noise(shape, 5);
    float[] first = apply(AffineAugmentation.DEFAULT, source, shape, 1);
    assertThat(apply(AffineAugmentation.DEFAULT, source, shape, 1)).isEqualTo(first);
    assertThat(apply(AffineAugmentation.DEFAULT, source, shape, 2)).isNotEqualTo(first);
  }

  @Test
  void allChannelsMoveTogether() {
    ImageShape one = new ImageShape(1, 9, 9);
    float[] plane = noise(one, 3);
    float[] three = new float[3 * 81];
    for (int channel = 0; channel < 3; channel++) {
      System.arraycopy(plane, 0, three, channel * 81, 81);
    }
    float[] target = apply(AffineAugmentation.DEFAULT, three, new ImageShape(3, 9, 9), 4);
    float[] expected = apply(AffineAugmentation.DEFAULT, plane, one, 4);
    assertThat(Arrays.copyOfRange(target, 0, 81)).isEqualTo(expected);
    assertThat(Arrays.copyOfRange(target, 162, 243)).isEqualTo(expected);
  }

  @Test
  void distortsEveryImageOfASetInItsOwnWay() {
    ImageShape shape = new ImageShape(1, 9, 9);
    byte[] pixels = new byte[2 * 81];
    new Random(1).nextBytes(pixels);
    System.arraycopy(pixels, 0, pixels, 81, 81);
    ImageSet images = ImageSet.labelled(shape, 4, pixels, new byte[] {3, 1});
    ImageSet distorted = AffineAugmentation.DEFAULT.distorted(images, 7);
    assertThat(distorted.label(0)).isEqualTo(3);
    assertThat(distorted.label(1)).isEqualTo(1);
    assertThat(distorted.pixels(0)).isNotEqualTo(distorted.pixels(1));
    assertThat(distorted.pixels(0)).isNotEqualTo(images.pixels(0));
    assertThat(AffineAugmentation.DEFAULT.distorted(images, 7).pixels(1))
        .isEqualTo(distorted.pixels(1));
    assertThat(AffineAugmentation.DEFAULT.distorted(images, 8).pixels(1))
        .isNotEqualTo(distorted.pixels(1));
    AffineAugmentation none = new AffineAugmentation(0, 0, 0, 0);
    assertThat(none.distorted(images, 7).pixels(1)).isEqualTo(images.pixels(1));
  }

  @Test
  void refusesLimitsOutOfRange() {
    assertThatThrownBy(() -> new AffineAugmentation(181, 0, 0, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("rotationDegrees must be 0 to 180.0, got 181.0");
    assertThatThrownBy(() -> new AffineAugmentation(0, 1, 0, 0)).hasMessageContaining("scale");
    assertThatThrownBy(() -> new AffineAugmentation(0, 0, -1, 0)).hasMessageContaining("shear");
    assertThatThrownBy(() -> new AffineAugmentation(0, 0, 0, Double.NaN))
        .hasMessageContaining("shiftPixels");
  }

  private static float[] apply(
      AffineAugmentation augmentation, float[] source, ImageShape shape, long seed) {
    float[] target = new float[shape.size() + 1];
    augmentation.apply(source, shape, new SeededRandom(seed), target, 1);
    return Arrays.copyOfRange(target, 1, target.length);
  }

  private static float[] noise(ImageShape shape, long seed) {
    SeededRandom random = new SeededRandom(~seed);
    float[] values = new float[shape.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextDouble();
    }
    return values;
  }
}
