/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.runtime.internal.range;

import java.util.Arrays;

/**
 * One layer as binary decisions ({@code entropy.md}): its biases and levels, which columns are
 * used, how many weights each row keeps, then for each place of a row whether its weight is kept,
 * and its sign and magnitude. A writer fills the arrays before it calls a method, a reader finds
 * them filled afterwards.
 */
public final class MatrixModel {

  /** The largest number of low zeros that biases share. */
  public static final int MAX_SHIFT = 24;

  private static final int MAX_LEVEL = 127;

  /** Memory of a layer beside what grows with it. */
  public static final int BYTES = 10_000;

  private static final int BIASES = 0;
  private static final int COUNTS = 1;
  private static final int LEVELS = 2;
  private static final int SIZES = 3;
  private static final int SMALL = 4;
  private static final int KINDS = 5;
  private static final int SHORT = 7; // bits of a number up to 254
  private static final int UNARY = 16;
  private static final int NEARBY = 16;

  /** Places that see the same row budget, and weights not kept to a look at their context. */
  private static final int PATIENCE = 16;

  private static final int[] NEAR = new int[35]; // of what is near a cell, its log-odds

  static {
    for (int i = 0; i < NEAR.length; i++) {
      NEAR[i] = BinaryCoder.log(4L * i + 1) - 512;
    }
  }

  public final int rows;
  public final int columns;

  /** Where each row begins among the kept weights, and the end, [rows + 1]. */
  public final int[] starts;

  /** Which columns have a kept weight. */
  public final boolean[] columnUsed;

  /** The column of each kept weight, ascending within a row; a reader's are made. */
  public int[] places;

  /** The level of each kept weight: 1, 2, … by magnitude, or -1, -2, …; a reader's are made. */
  public byte[] ranks;

  final int height;
  final int width;

  private final BinaryCoder coder;
  private final BinaryCoder valueCoder;
  private final MatrixModel before;
  private final int[] numbers;
  private int[] used; // columns with a kept weight
  private int[] counts; // 1 + kept weights of each column in the rows before
  private int[] logCounts;
  private Surroundings plane; // null if a channel is a single cell
  private Likeness likeness;

  private final Mixer keeps = new Mixer(1817, 182, 4, 11, 14, 14, 8);
  private final Mixer signs = new Mixer(6000, 227, 6, 14, 14, 48, 40);
  private final long[] contextKept = new long[64];
  private final long[] contextExpected = new long[64];
  private final int[] contextSeen = new int[64];
  private final int[] contextOdds = new int[64];
  private final int[] sizes = new int[UNARY * NEARBY];

  private long meanCount; // kept weights of a mean column in the rows before, 2^-16
  private int logMean;
  private long scale; // expected in this row for each weight of the rows before, 2^-24
  private long rest; // of the counts of the row's columns, what is to come
  private int share; // log-odds of kept weights in the row
  private int rowOdds; // of the row's weights to come, against what is expected
  private int first; // place of the row's first column
  private int index; // of the next kept weight
  private int positive; // signs of this row
  private int negative;

  /**
   * Begins a layer.
   *
   * @param valueCoder codes signs and magnitudes; the same coder, unless someone counts
   * @param height rows of the plane that a channel's columns form
   * @param width columns of that plane
   * @param before the layer before, complete; or null
   */
  public MatrixModel(
      BinaryCoder coder,
      BinaryCoder valueCoder,
      int rows,
      int columns,
      int height,
      int width,
      MatrixModel before) {
    this.coder = coder;
    this.valueCoder = valueCoder;
    this.rows = rows;
    this.columns = columns;
    this.height = height;
    this.width = width;
    this.before = before;
    starts = new int[rows + 1];
    columnUsed = new boolean[columns];
    numbers = before == null ? new int[KINDS * BinaryCoder.NUMBER] : before.numbers;
  }

  /**
   * Codes the biases.
   *
   * @param zeros low zeros that they share
   * @return whether they are possible
   */
  public boolean biases(int[] biases, int zeros) {
    int shift = coder.number(zeros, SHORT, numbers, SMALL);
    boolean possible = shift <= MAX_SHIFT;
    for (int i = 0; i < rows && possible; i++) {
      int bias = coder.signed(biases[i] >> shift, numbers, BIASES);
      biases[i] = bias << shift;
      possible = biases[i] >> shift == bias;
    }
    return possible;
  }

  /**
   * Codes the levels of one sign by ascending magnitude.
   *
   * @param levels of each rank, which is the index modulo 256
   * @param sign 1 or -1
   * @return how many there are, or -1 if they are not possible
   */
  public int levels(byte[] levels, int count, int sign) {
    int coded = coder.number(count, SHORT, numbers, SMALL);
    int level = 0;
    for (int i = 1; i <= coded && level <= MAX_LEVEL; i++) {
      level += 1 + coder.number(sign * levels[sign * i & 255] - level - 1, SHORT, numbers, LEVELS);
      levels[sign * i & 255] = (byte) (sign * level);
    }
    return level <= MAX_LEVEL ? coded : -1;
  }

  /**
   * Codes which columns are used and how many weights each row keeps.
   *
   * @return whether the numbers are possible
   */
  public boolean counts() {
    int[] flags = new int[27];
    used = new int[columns];
    int count = 0;
    for (int c = 0; c < columns; c++) {
      int x = c % width;
      boolean top = c / width % height == 0;
      int context = x == 0 ? 2 : usedAt(c - 1);
      context = 3 * context + (top ? 2 : usedAt(c - width));
      context = 3 * context + (top || x == width - 1 ? 2 : usedAt(c - width + 1));
      columnUsed[c] = coder.adapt(usedAt(c), flags, context, 255) == 1;
      if (columnUsed[c]) {
        used[count++] = c;
      }
    }
    used = Arrays.copyOf(used, count);
    int total = 0;
    for (int row = 0; row < rows && count > 0; row++) {
      total += coder.signed(starts[row + 1] - starts[row] - total, numbers, COUNTS);
      if (total < 0 || total > count) {
        return false;
      }
      starts[row + 1] = starts[row] + total;
    }
    return true;
  }

  /** Returns the memory for what a row reads of the layer before. */
  public long fieldBytes() {
    return before == null ? 0 : 4L * (columns / before.rows) * before.columns;
  }

  private int usedAt(int column) {
    return columnUsed[column] ? 1 : 0;
  }

  /**
   * Codes the kept weights.
   *
   * @param positives levels above 0
   * @param negatives levels below 0
   */
  public void weights(int positives, int negatives) {
    if (places == null) {
      places = new int[starts[rows]];
      ranks = new byte[starts[rows]];
    }
    counts = new int[columns];
    Arrays.fill(counts, 1);
    logCounts = new int[columns];
    likeness = new Likeness(before, this);
    if (height * width > 1) {
      plane = new Surroundings(columns, height, width);
    }
    for (int row = 0; row < rows; row++) {
      int total = starts[row + 1] - starts[row];
      if (total > 0) {
        scale = ((long) total << 40) / (used.length * (meanCount + 65536));
        share = BinaryCoder.log(2L * total + 1) - BinaryCoder.log(2L * (used.length - total) + 1);
        logMean = BinaryCoder.log(meanCount + 65536) - (16 << 8);
        codeRow(row, positives, negatives);
        meanCount += ((long) total << 16) / used.length;
      }
    }
  }

  private void codeRow(int row, int positives, int negatives) {
    positive = 0;
    negative = 0;
    index = starts[row];
    first = row * columns;
    int end = starts[row + 1];
    rest = used.length + (long) index;
    int i = 0;
    while (index < end) {
      int certain = used.length - (end - index); // from here on every weight is kept
      if (i < certain) {
        int stop = Math.min(i + PATIENCE, certain);
        i = skip(i, stop, end - index);
        if (i == stop) {
          continue;
        }
      }
      weight(used[i], positives, negatives);
      rest -= counts[used[i++]];
    }
    for (int k = starts[row]; k < end; k++) {
      int column = places[k] - first;
      logCounts[column] = BinaryCoder.log(++counts[column]);
    }
    likeness.endRow(row);
    if (plane != null) {
      plane.clearRow();
    }
  }

  /**
   * Codes for a few places, which see the same row budget, whether their weights are kept, up to
   * the first that is.
   *
   * <p>This loop and {@link #keep} are apart so that a virtual machine compiles both early: what is
   * called often, not what loops long, is compiled first.
   *
   * @param todo weights that are still to come
   * @return the place of the kept weight, or the end
   */
  private int skip(int from, int end, int todo) {
    rowOdds =
        BinaryCoder.log(((long) todo << 24) + 1677722) - BinaryCoder.log(scale * rest + 1677722);
    for (int i = from; i < end; i++) {
      int column = used[i];
      if (keep(column, places[index] == first + column ? 1 : 0) == 1) {
        return i;
      }
      rest -= counts[column];
    }
    return end;
  }

  /** Codes whether a weight is kept. */
  private int keep(int column, int bit) {
    int context = 0;
    int near = 0;
    if (plane != null) {
      context = plane.context[column];
      near = NEAR[plane.near[column]];
    }
    int count = logCounts[column] - logMean;
    int kept = keeps.code(coder, bit, count, near, share, rowOdds, contextOdds[context]);
    contextExpected[context] += scale * counts[column];
    contextKept[context] += kept;
    if (kept == 1 || (contextSeen[context]++ & (PATIENCE - 1)) == 0) {
      contextOdds[context] =
          BinaryCoder.log((contextKept[context] + 1) << 24)
              - BinaryCoder.log(contextExpected[context] + (1 << 24));
    }
    return kept;
  }

  /** Codes sign and magnitude of the next kept weight, and lets the rest of the row know it. */
  private void weight(int column, int positives, int negatives) {
    int bit = sign(column, ranks[index] > 0 ? 1 : 0);
    int size = size(column, Math.abs(ranks[index]), bit == 1 ? positives : negatives);
    places[index] = first + column;
    ranks[index] = (byte) (bit == 1 ? size : -size);
    likeness.add(index, column);
    if (plane != null) {
      plane.add(column, ranks[index]);
    }
    index++;
  }

  private int sign(int column, int bit) {
    int ratio = BinaryCoder.log(positive + 1) - BinaryCoder.log(negative + 1);
    int lean = plane == null ? 0 : plane.lean[column];
    int close = plane == null ? 0 : plane.closeLean[column];
    int inputs = likeness.byInputs(column, 0);
    int coded = signs.code(valueCoder, bit, ratio, lean, close, inputs, likeness.byRows(column));
    positive += coded;
    negative += 1 - coded;
    return coded;
  }

  private int size(int column, int rank, int levels) {
    int nearby = plane == null ? 0 : BinaryCoder.log(1 + plane.strength[column]) >> 8;
    int size = 1;
    while (size < levels && size < UNARY) {
      if (valueCoder.adapt(rank > size ? 1 : 0, sizes, size * NEARBY + nearby, 120) == 0) {
        return size;
      }
      size++;
    }
    return size < UNARY
        ? size
        : Math.min(128, UNARY + valueCoder.number(rank - UNARY, SHORT, numbers, SIZES));
  }
}
