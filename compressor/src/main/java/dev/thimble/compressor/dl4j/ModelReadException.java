/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.dl4j;

import java.io.IOException;

/**
 * A model archive that cannot be read. The message is one line: the file, what was expected and
 * what was found.
 */
public final class ModelReadException extends IOException {
  private static final long serialVersionUID = 1L;

  /** Longest message; what was found may be a name of any length from a broken file. */
  private static final int MAX_LENGTH = 500;

  ModelReadException(String what, String expected, Object found) {
    this(what + ": expected " + expected + ", found " + found, (Throwable) null);
  }

  ModelReadException(String problem, Throwable cause) {
    super(oneLine(problem), cause);
  }

  /** This problem with the file's name before it. */
  ModelReadException in(String file) {
    return new ModelReadException(file + ": " + getMessage(), this);
  }

  private static String oneLine(String text) {
    String clean = text.replaceAll("\\p{Cntrl}+", " ");
    return clean.length() <= MAX_LENGTH ? clean : clean.substring(0, MAX_LENGTH) + "…";
  }
}
