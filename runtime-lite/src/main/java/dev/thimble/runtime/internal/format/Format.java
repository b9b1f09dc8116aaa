/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.runtime.internal.format;

/**
 * The constants of the {@code *.thim} file, version 1 ({@code format.md}). Writers of such files
 * use them too.
 */
public final class Format {

  /** The file's first four bytes, {@code "THIM"}, as a big-endian int. */
  public static final int MAGIC = 0x5448494D;

  public static final int VERSION = 1;

  /** Bytes of a CRC-32. */
  public static final int CRC_BYTES = 4;

  public static final int TAG_END = 0;
  public static final int TAG_NETWORK = 'N';
  public static final int TAG_WEIGHTS = 'W';
  public static final int TAG_CHECK_VECTORS = 'c';
  public static final int TAG_PROVENANCE = 'p';
  public static final int TAG_SENSITIVITY = 's';

  /** The bit that an unknown tag must have to be skipped. */
  public static final int TAG_OPTIONAL_BIT = 0x20;

  public static final int FLAG_LABELS = 1;
  public static final int FLAG_LAYER_NAMES = 2;
  public static final int FLAG_SOFTMAX = 4;

  public static final int OP_DENSE = 1;
  public static final int OP_CONV2D = 2;
  public static final int OP_MAX_POOL = 3;
  public static final int OP_AVERAGE_POOL = 4;
  public static final int OP_GLOBAL_AVERAGE_POOL = 5;
  public static final int OP_ADD = 6;

  public static final int OPTION_STRIDE = 1;
  public static final int OPTION_PADDING = 2;
  public static final int OPTION_DILATION = 4;
  public static final int OPTION_GROUPS = 8;

  public static final int ADD_RELU = 1;

  public static final int ACTIVATION_IDENTITY = 0;
  public static final int ACTIVATION_RELU = 1;
  public static final int ACTIVATION_RELU6 = 2;
  public static final int ACTIVATION_LEAKY_RELU = 3;

  public static final int GRANULARITY_NONE = 0;
  public static final int GRANULARITY_LAYER = 1;
  public static final int GRANULARITY_CHANNEL = 2;

  public static final int CODEC_RAW = 0;
  public static final int CODEC_HUFFMAN = 1;
  public static final int CODEC_RANGE = 2;

  public static final int LAYOUT_ALL = 0;
  public static final int LAYOUT_ROW_GAPS = 1;
  public static final int LAYOUT_COLUMN_GAPS = 2;

  public static final int MAX_LAYERS = 1024;
  public static final int MAX_STRING_BYTES = 255;
  public static final int MAX_SHIFT = 62;
  public static final int MAX_ADD_MULTIPLIER = (1 << 24) - 1;
  public static final int MAX_WEIGHT = 127;
  public static final int MAX_ACTIVATION = 255;
  public static final int MAX_BIAS_SHIFT = 24;
  public static final int MAX_RICE_PARAMETER = 24;
  public static final int MAX_RICE_QUOTIENT = 64;
  public static final int MAX_CODEBOOK = 256;
  public static final int MAX_GAP = 255;

  /** Bits of a code length in a table of code lengths. */
  public static final int CODE_LENGTH_BITS = 4;

  public static final int MAX_CODE_LENGTH = 15;
  public static final int MAX_CHECK_VECTORS = 16;
  public static final int MAX_PROVENANCE = 32;

  /** The layout of a sensitivity summary that readers know; others are skipped. */
  public static final int SENSITIVITY_LAYOUT = 2;

  private static final int RANGE_WEIGHTS = 1 << 19;
  private static final int RANGE_WEIGHTS_A_BYTE = 64;
  private static final int RANGE_KEPT = 1 << 14;
  private static final int RANGE_KEPT_A_BYTE = 8;

  private Format() {}

  /** Returns how many weights a range block of so many bytes has at most, kept or not. */
  public static long rangeWeights(int bytes) {
    return RANGE_WEIGHTS + (long) RANGE_WEIGHTS_A_BYTE * bytes;
  }

  /** Returns how many kept weights a range block of so many bytes has at most. */
  public static long rangeKept(int bytes) {
    return RANGE_KEPT + (long) RANGE_KEPT_A_BYTE * bytes;
  }
}
