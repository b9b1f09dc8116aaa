/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.runtime;

/** What {@link Model#selfCheck} found. Immutable. */
public final class SelfCheckResult {

  private static final int NONE = -1;

  private final int vectorCount;
  private final int vector;
  private final int index;
  private final int expected;
  private final int found;

  private SelfCheckResult(int vectorCount, int vector, int index, int expected, int found) {
    this.vectorCount = vectorCount;
    this.vector = vector;
    this.index = index;
    this.expected = expected;
    this.found = found;
  }

  static SelfCheckResult agreement(int vectorCount) {
    return new SelfCheckResult(vectorCount, NONE, NONE, 0, 0);
  }

  static SelfCheckResult mismatch(int vectorCount, int vector, int index, int expected, int found) {
    return new SelfCheckResult(vectorCount, vector, index, expected, found);
  }

  /**
   * Returns whether every score agreed; true as well where the file has nothing to check.
   *
   * @return true, unless there was a mismatch
   */
  public boolean passed() {
    return vector == NONE;
  }

  /**
   * Returns how many images the file has for the check.
   *
   * @return 0 to 16
   */
  public int vectorCount() {
    return vectorCount;
  }

  /**
   * Says in one line what came out: how many images agreed, or the first score that differs.
   *
   * @return for example {@code "4 check vectors agree"} or {@code "check vector 2 of 4: score of
   *     class 7: expected 1302, found 1303"}
   */
  @Override
  public String toString() {
    if (passed()) {
      return vectorCount == 0
          ? "no check vectors in the file"
          : vectorCount + " check vectors agree";
    }
    return "check vector "
        + (vector + 1)
        + " of "
        + vectorCount
        + ": score of class "
        + index
        + ": expected "
        + expected
        + ", found "
        + found;
  }
}
