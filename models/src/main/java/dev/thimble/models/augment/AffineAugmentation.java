/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.models.augment;

import dev.thimble.models.data.ImageSet;
import dev.thimble.models.data.ImageShape;
import dev.thimble.models.data.SeededRandom;

/**
 * A random affine distortion about the image's centre: rotation, scale, shear along x, and shift,
 * each uniform between minus and plus its limit, resampled bilinearly with 0 outside.
 *
 * <p>Target pixel {@code p} takes the source at {@code A (p - c - shift) + c}, where {@code c} is
 * the centre and {@code A} = rotation · shear / (1 + scale). All channels move together.
 *
 * @param rotationDegrees largest rotation either way, 0 … 180
 * @param scale largest relative change of size, 0 … 0.9
 * @param shear largest shear (x moves by this much for each y), 0 … 1
 * @param shiftPixels largest shift in pixels along each axis, 0 … 1024
 */
public record AffineAugmentation(
    double rotationDegrees, double scale, double shear, double shiftPixels) {

  /** Enough variation for handwritten digits without making one into another. */
  public static final AffineAugmentation DEFAULT = new AffineAugmentation(10, 0.1, 0.15, 2);

  public AffineAugmentation {
    check("rotationDegrees", rotationDegrees, 180);
    check("scale", scale, 0.9);
    check("shear", shear, 1);
    check("shiftPixels", shiftPixels, 1024);
  }

  private static void check(String name, double value, double limit) {
    if (!(value >= 0 && value <= limit)) {
      throw new IllegalArgumentException(name + " must be 0 to " + limit + ", got " + value);
    }
  }

  /**
   * Distorts one image.
   *
   * @param source {@code [channels, height, width]} from its start
   * @param random gives the five numbers of this distortion
   * @param target receives the image, {@code shape.size()} values from {@code offset}
   */
  public void apply(
      float[] source, ImageShape shape, SeededRandom random, float[] target, int offset) {
    double angle = Math.toRadians(random.nextSymmetric(rotationDegrees));
    double inverseScale = 1 / (1 + random.nextSymmetric(scale));
    double slope = random.nextSymmetric(shear);
    double shiftX = random.nextSymmetric(shiftPixels);
    double shiftY = random.nextSymmetric(shiftPixels);
    // StrictMath: Math.sin and Math.cos may differ in the last bit between machines.
    double cos = StrictMath.cos(angle) * inverseScale;
    double sin = StrictMath.sin(angle) * inverseScale;
    double centreX = (shape.width() - 1) / 2.0;
    double centreY = (shape.height() - 1) / 2.0;
    double xx = cos;
    double xy = cos * slope - sin;
    double yx = sin;
    double yy = sin * slope + cos;
    double originX = centreX - xx * (centreX + shiftX) - xy * (centreY + shiftY);
    double originY = centreY - yx * (centreX + shiftX) - yy * (centreY + shiftY);
    for (int y = 0; y < shape.height(); y++) {
      float startX = (float) (originX + xy * y);
      float startY = (float) (originY + yy * y);
      for (int channel = 0; channel < shape.channels(); channel++) {
        int plane = channel * shape.height() * shape.width();
        int row = offset + plane + y * shape.width();
        for (int x = 0; x < shape.width(); x++) {
          float sx = startX + (float) xx * x;
          float sy = startY + (float) yx * x;
          target[row + x] = sample(source, plane, shape, sx, sy);
        }
      }
    }
  }

  /** The images, each distorted in its own way and rounded to bytes again. */
  public ImageSet distorted(ImageSet images, long seed) {
    int size = images.shape().size();
    byte[] pixels = new byte[Math.multiplyExact(images.count(), size)];
    float[] source = new float[size];
    float[] target = new float[size];
    for (int image = 0; image < images.count(); image++) {
      images.copyScaled(image, source, 0);
      apply(source, images.shape(), SeededRandom.forPart(seed, image), target, 0);
      for (int i = 0; i < size; i++) {
        pixels[image * size + i] = (byte) Math.round(target[i] * 255);
      }
    }
    return ImageSet.labelled(images.shape(), images.classCount(), pixels, images.labels());
  }

  private static float sample(float[] source, int plane, ImageShape shape, float x, float y) {
    int x0 = (int) Math.floor(x);
    int y0 = (int) Math.floor(y);
    float fx = x - x0;
    float fy = y - y0;
    int width = shape.width();
    if (x0 >= 0 && y0 >= 0 && x0 < width - 1 && y0 < shape.height() - 1) {
      int at = plane + y0 * width + x0;
      float top = source[at] + fx * (source[at + 1] - source[at]);
      float bottom = source[at + width] + fx * (source[at + width + 1] - source[at + width]);
      return top + fy * (bottom - top);
    }
    float top =
        (1 - fx) * at(source, plane, shape, x0, y0) + fx * at(source, plane, shape, x0 + 1, y0);
    float bottom =
        (1 - fx) * at(source, plane, shape, x0, y0 + 1)
            + fx * at(source, plane, shape, x0 + 1, y0 + 1);
    return top + fy * (bottom - top);
  }

  private static float at(float[] source, int plane, ImageShape shape, int x, int y) {
    boolean inside = x >= 0 && y >= 0 && x < shape.width() && y < shape.height();
    return inside ? source[plane + y * shape.width() + x] : 0;
  }
}
