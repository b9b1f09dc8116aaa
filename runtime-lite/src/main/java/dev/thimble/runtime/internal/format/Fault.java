/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.runtime.internal.format;

import dev.thimble.runtime.ModelException;
import dev.thimble.runtime.ModelException.Reason;

/**
 * The wording of every failure: what, expected, found, section, byte offset from the file's start.
 */
final class Fault {

  private Fault() {}

  static ModelException notAModel(String found) {
    return new ModelException(
        Reason.NOT_A_MODEL, "not a model: expected \"THIM\" at byte 0, found " + found);
  }

  static ModelException corrupt(
      String section, long offset, String what, String expected, Object found) {
    return new ModelException(
        Reason.CORRUPT, "corrupt model: " + detail(section, offset, what, expected, found));
  }

  static ModelException unsupported(
      String section, long offset, String what, String expected, Object found) {
    return new ModelException(
        Reason.UNSUPPORTED, "unsupported model: " + detail(section, offset, what, expected, found));
  }

  static ModelException limit(String what, long limit, long needed) {
    return new ModelException(
        Reason.LIMIT_EXCEEDED,
        "model over the limit: " + what + ": expected at most " + limit + ", found " + needed);
  }

  private static String detail(
      String section, long offset, String what, String expected, Object found) {
    return what
        + ": expected "
        + expected
        + ", found "
        + found
        + " ("
        + section
        + ", byte "
        + offset
        + ")";
  }
}
