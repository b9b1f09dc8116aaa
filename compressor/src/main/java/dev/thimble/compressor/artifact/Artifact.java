/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.artifact;

import dev.thimble.compressor.entropy.LayerStatistics;
import java.util.List;

/** A file's bytes, and what they were spent on. */
public final class Artifact {
  private final byte[] bytes;
  private final List<Section> sections;
  private final List<LayerStatistics> layers;

  /**
   * A part of the file.
   *
   * @param name what it holds
   * @param bytes its size, with tag, length and checksum
   */
  public record Section(String name, int bytes) {}

  Artifact(byte[] bytes, List<Section> sections, List<LayerStatistics> layers) {
    this.bytes = bytes;
    this.sections = List.copyOf(sections);
    this.layers = List.copyOf(layers);
  }

  public int sizeBytes() {
    return bytes.length;
  }

  /** The file; a fresh array. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** All parts of the file in order; their sizes add up to the file's. */
  public List<Section> sections() {
    return sections;
  }

  /** The weighted layers' blocks in order. */
  public List<LayerStatistics> layers() {
    return layers;
  }

  /** Everything that is neither a weight nor a bias. */
  public int headerBytes() {
    return bytes.length - layers.stream().mapToInt(LayerStatistics::blockBytes).sum();
  }
}
