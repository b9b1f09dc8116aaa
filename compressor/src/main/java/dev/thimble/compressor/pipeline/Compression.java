/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.pipeline;

import dev.thimble.compressor.artifact.Artifact;
import java.util.List;

/**
 * A finished compression.
 *
 * @param stages what each stage left, from the original to the file
 * @param artifact the file
 */
public record Compression(Recipe recipe, long seed, List<StageResult> stages, Artifact artifact) {

  public Compression {
    stages = List.copyOf(stages);
  }
}
