/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.runtime;

import dev.thimble.runtime.internal.kernel.Plan;
import dev.thimble.runtime.internal.kernel.Softmax;
import dev.thimble.runtime.internal.network.Network;

/**
 * Infers one image after the other. Owns all scratch memory and allocates nothing while it infers.
 * Not safe for use by more than one thread at a time.
 *
 * <p>An image is {@link Model#inputSize} values [channels, height, width], the width running
 * fastest: bytes 0 to 255 (Java's negative bytes stand for 128 to 255), or real values, which are
 * brought to bytes first.
 *
 * <p>{@code classify} and {@code scores(pixels, …)} infer an image. {@link #scores(int[])}, {@link
 * #logits}, {@link #probabilities} and {@link #top} say more about the image inferred last, at
 * little cost.
 *
 * <p>An array of a wrong length is refused with an {@link IllegalArgumentException} that names both
 * sizes; nothing is written then.
 */
public final class Session {

  private final Network network;
  private final Plan plan;
  private final Softmax softmax;
  private final int[][] workspace;
  private final int[] image;
  private final int[] scores;
  private final int imageSize;
  private final int classCount;
  private boolean inferred;

  Session(Network network, Plan plan, Softmax softmax) {
    this.network = network;
    this.plan = plan;
    this.softmax = softmax;
    this.workspace = plan.newWorkspace();
    this.image = plan.image(workspace);
    this.scores = plan.scores(workspace);
    this.imageSize = network.input.size();
    this.classCount = network.classCount();
  }

  /**
   * Classifies an image.
   *
   * @param pixels [channels, height, width]
   * @return the class with the highest score; of equal scores the lowest class
   * @throws IllegalArgumentException if there are more or fewer pixels than an image has
   */
  public int classify(byte[] pixels) {
    requireImage("pixels", pixels.length);
    return infer(pixels, 0);
  }

  /**
   * Classifies an image that lies in a larger array.
   *
   * @param pixels holds an image [channels, height, width]
   * @param offset where the image begins
   * @return the class with the highest score; of equal scores the lowest class
   * @throws IllegalArgumentException if the image does not lie in the array
   */
  public int classify(byte[] pixels, int offset) {
    if (offset < 0 || offset > pixels.length - imageSize) {
      throw new IllegalArgumentException(
          "pixels: expected "
              + imageSize
              + " ("
              + network.input
              + ") from "
              + offset
              + ", found an array of "
              + pixels.length);
    }
    return infer(pixels, offset);
  }

  /**
   * Classifies an image of real values, each of which becomes a pixel {@code clamp(floor(real /
   * inputScale + 0.5) + inputZeroPoint, 0, 255)}, computed in double precision.
   *
   * @param reals [channels, height, width], in the unit that the network was trained with
   * @return the class with the highest score; of equal scores the lowest class
   * @throws IllegalArgumentException if there are more or fewer values than an image has, or one is
   *     not a number
   */
  public int classify(float[] reals) {
    requireImage("reals", reals.length);
    for (int i = 0; i < imageSize; i++) {
      if (Float.isNaN(reals[i])) {
        throw new IllegalArgumentException("reals: expected numbers, found NaN at " + i);
      }
    }
    for (int i = 0; i < imageSize; i++) {
      double level = Math.floor((double) reals[i] / network.inputScale + 0.5) + network.inputZero;
      image[i] = (int) Math.max(0, Math.min(255, level));
    }
    return runPlan();
  }

  /**
   * Classifies several images.
   *
   * @param pixels [count, channels, height, width]
   * @param count images, at least 0
   * @param classes receives the class of each image, [count]
   * @throws IllegalArgumentException if an array does not have the right length
   */
  public void classify(byte[] pixels, int count, int[] classes) {
    requireBatch(pixels, count);
    if (classes.length != count) {
      throw wrongLength("classes", count, "images", classes.length);
    }
    for (int i = 0; i < count; i++) {
      classes[i] = infer(pixels, i * imageSize);
    }
  }

  /**
   * Infers an image.
   *
   * @param pixels [channels, height, width]
   * @param scores receives the scores, [classes]; a score times {@link Model#outputScale} is the
   *     logit
   * @throws IllegalArgumentException if an array does not have the right length
   */
  public void scores(byte[] pixels, int[] scores) {
    requireClasses("scores", scores.length);
    classify(pixels);
    scores(scores);
  }

  /**
   * Infers several images.
   *
   * @param pixels [count, channels, height, width]
   * @param count images, at least 0
   * @param scores receives the scores, [count, classes]
   * @throws IllegalArgumentException if an array does not have the right length
   */
  public void scores(byte[] pixels, int count, int[] scores) {
    requireBatch(pixels, count);
    if (scores.length != (long) count * classCount) {
      throw wrongLength(
          "scores", (long) count * classCount, count + " x " + classCount, scores.length);
    }
    for (int i = 0; i < count; i++) {
      infer(pixels, i * imageSize);
      System.arraycopy(this.scores, 0, scores, i * classCount, classCount);
    }
  }

  /**
   * Gives the scores of the image inferred last.
   *
   * @param scores receives the scores, [classes]
   * @throws IllegalArgumentException if the array does not have the right length
   * @throws IllegalStateException if no image was inferred yet
   */
  public void scores(int[] scores) {
    requireClasses("scores", scores.length);
    requireInferred();
    System.arraycopy(this.scores, 0, scores, 0, classCount);
  }

  /**
   * Gives the real-valued logits of the image inferred last: score times {@link Model#outputScale}.
   *
   * @param logits receives the logits, [classes]
   * @throws IllegalArgumentException if the array does not have the right length
   * @throws IllegalStateException if no image was inferred yet
   */
  public void logits(float[] logits) {
    requireClasses("logits", logits.length);
    requireInferred();
    double scale = network.outputScale;
    for (int i = 0; i < classCount; i++) {
      logits[i] = (float) (scale * scores[i]);
    }
  }

  /**
   * Gives the softmax of the logits of the image inferred last, in fixed point: the same numbers on
   * every device. They add up to 65,536 but for rounding.
   *
   * @param probabilities receives probabilities in units of 1 / 65,536, 0 to 65,536, [classes]
   * @throws IllegalArgumentException if the array does not have the right length
   * @throws IllegalStateException if no image was inferred yet
   */
  public void probabilities(int[] probabilities) {
    requireClasses("probabilities", probabilities.length);
    requireInferred();
    softmax.run(scores, classCount, probabilities);
  }

  /**
   * Gives the classes with the highest scores of the image inferred last, the highest first; of
   * equal scores the lowest class first.
   *
   * @param classes receives as many classes as it is long, [1 to classes]
   * @throws IllegalArgumentException if the array is empty or longer than there are classes
   * @throws IllegalStateException if no image was inferred yet
   */
  public void top(int[] classes) {
    if (classes.length < 1 || classes.length > classCount) {
      throw new IllegalArgumentException(
          "classes: expected an array of 1 to " + classCount + ", found " + classes.length);
    }
    requireInferred();
    for (int rank = 0; rank < classes.length; rank++) {
      int best = -1;
      for (int i = 0; i < classCount; i++) {
        boolean open = rank == 0 || follows(i, classes[rank - 1]);
        if (open && (best < 0 || scores[i] > scores[best])) {
          best = i;
        }
      }
      classes[rank] = best;
    }
  }

  /** Returns whether class {@code i} ranks after class {@code previous}. */
  private boolean follows(int i, int previous) {
    return scores[i] < scores[previous] || scores[i] == scores[previous] && i > previous;
  }

  private int infer(byte[] pixels, int offset) {
    for (int i = 0; i < imageSize; i++) {
      image[i] = pixels[offset + i] & 0xFF;
    }
    return runPlan();
  }

  private int runPlan() {
    plan.run(workspace);
    inferred = true;
    int best = 0;
    for (int i = 1; i < classCount; i++) {
      if (scores[i] > scores[best]) {
        best = i;
      }
    }
    return best;
  }

  private void requireInferred() {
    if (!inferred) {
      throw new IllegalStateException("no image was inferred yet");
    }
  }

  private void requireBatch(byte[] pixels, int count) {
    if (count < 0) {
      throw new IllegalArgumentException("count: expected at least 0 images, found " + count);
    }
    if (pixels.length != (long) count * imageSize) {
      throw wrongLength(
          "pixels", (long) count * imageSize, count + " x " + network.input, pixels.length);
    }
  }

  private void requireImage(String what, int length) {
    if (length != imageSize) {
      throw wrongLength(what, imageSize, network.input.toString(), length);
    }
  }

  private void requireClasses(String what, int length) {
    if (length != classCount) {
      throw wrongLength(what, classCount, "classes", length);
    }
  }

  private static IllegalArgumentException wrongLength(
      String what, long expected, String shape, int found) {
    return new IllegalArgumentException(
        what + ": expected an array of " + expected + " (" + shape + "), found " + found);
  }
}
