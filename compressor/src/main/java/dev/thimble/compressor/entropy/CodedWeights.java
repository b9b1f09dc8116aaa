/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.entropy;

import java.util.List;

/** All layers' bytes in a file, and what they were spent on. */
public final class CodedWeights {
  private final byte[] bytes;
  private final List<LayerStatistics> layers;

  CodedWeights(byte[] bytes, List<LayerStatistics> layers) {
    this.bytes = bytes;
    this.layers = List.copyOf(layers);
  }

  public int sizeBytes() {
    return bytes.length;
  }

  /** The payload of section W; a fresh array. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** The layers in order. */
  public List<LayerStatistics> layers() {
    return layers;
  }
}
