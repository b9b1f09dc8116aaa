/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.runtime.internal.format;

import dev.thimble.runtime.internal.network.Network;
import dev.thimble.runtime.internal.network.Weights;
import java.util.List;
import java.util.Map;

/** All that a file held. */
public final class ModelFile {

  public final int bytes;
  public final List<Section> sections;
  public final Network network;
  public final CheckVectors checkVectors;

  /** By ascending key; empty without the section. */
  public final Map<String, String> provenance;

  /** By ascending key; empty without the section. */
  public final Map<String, String> sensitivity;

  private final CodedWeights[] weights; // [layers], null for layers without weights

  ModelFile(
      int bytes,
      List<Section> sections,
      Network network,
      CodedWeights[] weights,
      CheckVectors checkVectors,
      Map<String, String> provenance,
      Map<String, String> sensitivity) {
    this.bytes = bytes;
    this.sections = sections;
    this.network = network;
    this.weights = weights;
    this.checkVectors = checkVectors;
    this.provenance = provenance;
    this.sensitivity = sensitivity;
  }

  /**
   * Returns this file with other weights.
   *
   * @param levels [layers][rows x columns], null for layers without weights; not copied
   */
  public ModelFile with(byte[][] levels) {
    CodedWeights[] changed = new CodedWeights[levels.length];
    for (int i = 0; i < levels.length; i++) {
      if (levels[i] != null) {
        changed[i] = weights[i].with(levels[i]);
      }
    }
    return new ModelFile(bytes, sections, network, changed, checkVectors, provenance, sensitivity);
  }

  /** Returns a layer's weights and what they cost; null for a layer without. */
  public CodedWeights coded(int layer) {
    return weights[layer];
  }

  /** Returns a layer's weights; null for a layer without. */
  public Weights weights(int layer) {
    return weights[layer] == null ? null : weights[layer].weights;
  }
}
