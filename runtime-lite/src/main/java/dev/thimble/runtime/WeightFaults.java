/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.runtime;

import dev.thimble.runtime.internal.format.MemoryBudget;
import dev.thimble.runtime.internal.format.ModelFile;
import dev.thimble.runtime.internal.network.Weights;

/**
 * Tries on a device, with its own labelled images, what faults in the memory of a model's weights
 * would do. Each trial is a {@link Model} of its own, loaded and planned anew; models that are in
 * use are not touched. Immutable and safe for use by many threads.
 *
 * <pre>{@code
 * WeightFaults faults = new WeightFaults(file);
 * int before = WeightFaults.errors(model, pixels, labels);
 * int after = WeightFaults.errors(faults.flipBits(1e-4, 1), pixels, labels);
 * }</pre>
 *
 * <p>A weight is a byte in two's complement, -127 to 127; weights that are 0 are bytes too. Biases
 * and all other numbers stay. A trial has the check vectors of the file, so that {@link
 * Model#selfCheck} tells whether it would have noticed the faults.
 *
 * <p>A trial fails with a {@link ModelException} if the file cannot be loaded within the limits
 * with none of its weights left out, or if an output has so many weights (over 66,000) that faults
 * could overflow its accumulator.
 */
public final class WeightFaults {

  private static final int EVERY_LAYER = -1;
  private static final int ALL_BITS = 8;
  private static final int MAX_WEIGHT = 127;

  /** The most that one weight adds to an accumulator. */
  private static final long WORST_PRODUCT = 255 * MAX_WEIGHT;

  private final byte[] file;
  private final Limits limits;
  private final int only;
  private final double rate;
  private final int bits;
  private long state;

  private WeightFaults(byte[] file, Limits limits, int only, double rate, long seed, int bits) {
    this.file = file;
    this.limits = limits;
    this.only = only;
    this.rate = rate;
    this.state = seed;
    this.bits = bits;
  }

  /**
   * Prepares trials within {@link Limits#DEFAULT}.
   *
   * @param file all bytes of a {@code *.thim} file, which are copied
   */
  public WeightFaults(byte[] file) {
    this(file, Limits.DEFAULT);
  }

  /**
   * Prepares trials.
   *
   * @param file all bytes of a {@code *.thim} file, which are copied
   * @param limits what each trial may cost
   */
  public WeightFaults(byte[] file, Limits limits) {
    this(file.clone(), limits, EVERY_LAYER, 0, 0, ALL_BITS);
  }

  /**
   * Flips bits of all weights.
   *
   * @param rate probability of each bit to flip, 0 to 1
   * @param seed decides which bits; the same on every device
   * @return the model with these faults; a weight that became -128 is -127
   * @throws ModelException if the trial fails, as the class says
   * @throws IllegalArgumentException if {@code rate} is not in its range
   */
  public Model flipBits(double rate, long seed) throws ModelException {
    return trial(EVERY_LAYER, rate, seed, ALL_BITS);
  }

  /**
   * Flips bits of the weights of one layer.
   *
   * @param layer its place in {@link ModelDescription#layers}, at least 0; without weights nothing
   *     changes
   * @param rate probability of each bit to flip, 0 to 1
   * @param seed decides which bits; the same on every device
   * @return the model with these faults; a weight that became -128 is -127
   * @throws ModelException if the trial fails, as the class says
   * @throws IllegalArgumentException if {@code layer} or {@code rate} is not in its range
   */
  public Model flipBits(int layer, double rate, long seed) throws ModelException {
    if (layer < 0) {
      throw new IllegalArgumentException("layer: expected at least 0, found " + layer);
    }
    return trial(layer, rate, seed, ALL_BITS);
  }

  /**
   * Rounds all weights to fewer bits: to the nearest multiple of {@code 2^(8 - bits)}, halves away
   * from 0, and no further from 0 than the last such multiple below 128.
   *
   * @param bits that a weight keeps, its sign among them, 2 to 8
   * @return the model with these weights; for 8 bits the sound one
   * @throws ModelException if the trial fails, as the class says
   * @throws IllegalArgumentException if {@code bits} is not in its range
   */
  public Model truncate(int bits) throws ModelException {
    if (bits < 2 || bits > ALL_BITS) {
      throw new IllegalArgumentException("bits: expected 2 to 8, found " + bits);
    }
    return trial(EVERY_LAYER, 0, 0, bits);
  }

  private Model trial(int layer, double flips, long seed, int kept) throws ModelException {
    if (!(flips >= 0 && flips <= 1)) {
      throw new IllegalArgumentException("rate: expected 0 to 1, found " + flips);
    }
    WeightFaults faults = new WeightFaults(file, limits, layer, flips, seed, kept);
    return Model.load(file, new Limits(limits, faults));
  }

  /** Returns the file with this trial's faults in its weights; used once. */
  ModelFile applyTo(ModelFile sound, MemoryBudget budget) throws ModelException {
    byte[][] levels = new byte[sound.network.layerCount()][];
    for (int layer = 0; layer < levels.length; layer++) {
      Weights weights = sound.weights(layer);
      if (weights != null) {
        checkOverflow(sound.network.name(layer), weights);
        budget.array((long) weights.rows * weights.columns, 1);
        budget.array(weights.rows, 12);
        levels[layer] = weights.dense();
        truncate(levels[layer]);
        if (rate > 0 && (only == EVERY_LAYER || only == layer)) {
          flip(levels[layer]);
        }
      }
    }
    return sound.with(levels);
  }

  private static void checkOverflow(String name, Weights weights) throws ModelException {
    for (int bias : weights.bias) {
      if (Math.abs((long) bias) + WORST_PRODUCT * weights.columns > Integer.MAX_VALUE) {
        throw new ModelException(
            ModelException.Reason.UNSUPPORTED,
            "unsupported model: layer " + name + ": faults could overflow an accumulator");
      }
    }
  }

  private void truncate(byte[] levels) {
    int shift = ALL_BITS - bits;
    int half = 1 << shift >> 1;
    for (int i = 0; i < levels.length; i++) {
      int magnitude = Math.min(MAX_WEIGHT, Math.abs(levels[i]) + half) >> shift << shift;
      levels[i] = (byte) (levels[i] < 0 ? -magnitude : magnitude);
    }
  }

  private void flip(byte[] levels) {
    long end = 8L * levels.length;
    for (long bit = gap(); bit < end; bit += 1 + gap()) {
      int at = (int) (bit >> 3);
      levels[at] = (byte) Math.max(-MAX_WEIGHT, (byte) (levels[at] ^ 1 << (bit & 7)));
    }
  }

  /**
   * Returns how many bits stay before the next one flips: {@code floor(ln u / ln(1 - rate))} with
   * uniform u from SplitMix64 (Steele, Lea, Flood, "Fast splittable pseudorandom number
   * generators", 2014).
   */
  private long gap() {
    state += 0x9E3779B97F4A7C15L;
    long mixed = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    mixed ^= mixed >>> 31;
    double uniform = ((mixed >>> 11) + 1) * 0x1p-53; // above 0, at most 1
    return (long) (StrictMath.log(uniform) / StrictMath.log1p(-rate));
  }

  /**
   * Counts the images that a model classifies wrong.
   *
   * @param model with or without faults
   * @param pixels [images, channels, height, width]
   * @param labels the right class of each image, [images]
   * @return 0 to the number of images
   * @throws IllegalArgumentException if {@code pixels} does not have the right length
   */
  public static int errors(Model model, byte[] pixels, int[] labels) {
    int[] classes = new int[labels.length];
    model.newSession().classify(pixels, labels.length, classes);
    int errors = 0;
    for (int i = 0; i < labels.length; i++) {
      if (classes[i] != labels[i]) {
        errors++;
      }
    }
    return errors;
  }
}
