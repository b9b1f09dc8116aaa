/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.runtime;

/**
 * What a file may cost. Every size in a file is compared with these limits before anything of that
 * size is allocated; a model that needs more is refused with {@link
 * ModelException.Reason#LIMIT_EXCEEDED}. Immutable: each {@code with…} returns a copy.
 */
public final class Limits {

  /** 64 MiB: networks of some million weights. */
  public static final long DEFAULT_MEMORY_BYTES = 64L << 20;

  /** 32 MiB. */
  public static final int DEFAULT_FILE_BYTES = 32 << 20;

  /** As many as a file can have. */
  public static final int DEFAULT_LAYERS = 1024;

  /** 32,768 classes. */
  public static final int DEFAULT_CLASSES = 32_768;

  /** 10 thousand million operations an image: some seconds. */
  public static final long DEFAULT_OPERATIONS = 10_000_000_000L;

  /** The default limits. */
  public static final Limits DEFAULT =
      new Limits(
          DEFAULT_MEMORY_BYTES,
          DEFAULT_FILE_BYTES,
          DEFAULT_LAYERS,
          DEFAULT_CLASSES,
          DEFAULT_OPERATIONS);

  private final long memoryBytes;
  private final int fileBytes;
  private final int layers;
  private final int classes;
  private final long operations;

  /** What {@link Model#load} does to the weights that it has read; null for nothing. */
  final WeightFaults faults;

  private Limits(long memoryBytes, int fileBytes, int layers, int classes, long operations) {
    this.memoryBytes = positive("memory bytes", memoryBytes);
    this.fileBytes = (int) positive("file bytes", fileBytes);
    this.layers = (int) positive("layers", layers);
    this.classes = (int) positive("classes", classes);
    this.operations = positive("operations", operations);
    this.faults = null;
  }

  /** The same limits for a trial. */
  Limits(Limits limits, WeightFaults faults) {
    this.memoryBytes = limits.memoryBytes;
    this.fileBytes = limits.fileBytes;
    this.layers = limits.layers;
    this.classes = limits.classes;
    this.operations = limits.operations;
    this.faults = faults;
  }

  /**
   * Returns the most bytes that loading may allocate: the decoded model, what is needed in passing,
   * and one session. The file's own bytes are not counted; see {@link #fileBytes}.
   *
   * @return bytes, at least 1
   */
  public long memoryBytes() {
    return memoryBytes;
  }

  /**
   * Returns the most bytes that a file may have. A stream is read no further than one byte past it.
   *
   * @return bytes, at least 1
   */
  public int fileBytes() {
    return fileBytes;
  }

  /**
   * Returns the most layers that a network may have.
   *
   * @return layers, at least 1
   */
  public int layers() {
    return layers;
  }

  /**
   * Returns the most classes that a network may tell apart.
   *
   * @return classes, at least 1
   */
  public int classes() {
    return classes;
  }

  /**
   * Returns the most operations that one image may cost: one for each use of a kept weight and for
   * each cell under a pooling window. It bounds the time of a single inference with a model from an
   * unknown source.
   *
   * @return operations an image, at least 1
   */
  public long operations() {
    return operations;
  }

  /**
   * Returns these limits with another one for the memory.
   *
   * @param bytes at least 1
   * @return a copy
   * @throws IllegalArgumentException if {@code bytes} is below 1
   */
  public Limits withMemoryBytes(long bytes) {
    return new Limits(bytes, fileBytes, layers, classes, operations);
  }

  /**
   * Returns these limits with another one for the file.
   *
   * @param bytes at least 1
   * @return a copy
   * @throws IllegalArgumentException if {@code bytes} is below 1
   */
  public Limits withFileBytes(int bytes) {
    return new Limits(memoryBytes, bytes, layers, classes, operations);
  }

  /**
   * Returns these limits with another one for the layers.
   *
   * @param count at least 1
   * @return a copy
   * @throws IllegalArgumentException if {@code count} is below 1
   */
  public Limits withLayers(int count) {
    return new Limits(memoryBytes, fileBytes, count, classes, operations);
  }

  /**
   * Returns these limits with another one for the classes.
   *
   * @param count at least 1
   * @return a copy
   * @throws IllegalArgumentException if {@code count} is below 1
   */
  public Limits withClasses(int count) {
    return new Limits(memoryBytes, fileBytes, layers, count, operations);
  }

  /**
   * Returns these limits with another one for the operations.
   *
   * @param count operations an image, at least 1
   * @return a copy
   * @throws IllegalArgumentException if {@code count} is below 1
   */
  public Limits withOperations(long count) {
    return new Limits(memoryBytes, fileBytes, layers, classes, count);
  }

  private static long positive(String name, long value) {
    if (value < 1) {
      throw new IllegalArgumentException(
          "limit on " + name + ": expected at least 1, found " + value);
    }
    return value;
  }
}
