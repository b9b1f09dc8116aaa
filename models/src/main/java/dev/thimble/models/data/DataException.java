/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.models.data;

import java.io.IOException;

/**
 * Data that is missing or damaged; the one-line message names the file, what was expected and
 * found.
 */
public final class DataException extends IOException {
  private static final long serialVersionUID = 1L;

  public DataException(String message) {
    super(message);
  }

  public DataException(String message, Throwable cause) {
    super(message, cause);
  }

  static DataException of(String file, String expected, Object found) {
    return new DataException(file + ": expected " + expected + ", found " + found);
  }
}
