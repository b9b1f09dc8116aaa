/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.runtime;

import java.io.IOException;

/**
 * A file cannot be loaded as a model. The message is one line and says what failed, what was
 * expected and what was found, in which section, and at which byte offset from the file's start.
 *
 * <p>This is the only exception that the content of a file can cause. Failures of the stream itself
 * stay plain {@link IOException}s.
 */
public final class ModelException extends IOException {

  private static final long serialVersionUID = 1;

  /** Why a file cannot be loaded. */
  public enum Reason {
    /** The file does not begin with {@code THIM}: it is something else. */
    NOT_A_MODEL,
    /**
     * A later version of the format, or a feature of it that this runtime does not know. A newer
     * runtime may load it.
     */
    UNSUPPORTED,
    /** The file is damaged, cut short, or was written wrongly. */
    CORRUPT,
    /**
     * The model needs more than the {@link Limits} allow. The same file may load with wider limits.
     */
    LIMIT_EXCEEDED
  }

  /** The reason, as {@link #reason} gives it. */
  private final Reason reason;

  /**
   * Creates an exception; for the loader.
   *
   * @param reason why the file cannot be loaded
   * @param message one line: what, expected, found, section, offset
   */
  public ModelException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  /**
   * Returns why the file cannot be loaded.
   *
   * @return the reason, never null
   */
  public Reason reason() {
    return reason;
  }
}
