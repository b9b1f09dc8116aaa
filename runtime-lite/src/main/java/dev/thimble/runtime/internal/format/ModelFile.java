/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.runtime.internal.format;

import dev.thimble.runtime.internal.network.Network;
import java.util.List;
import java.util.Map;

/** All that a file held. */
public final class ModelFile {

  private final int bytes;
  private final List<Section> sections;
  private final Network network;
  private final CodedWeights[] weights; // [layers], null for layers without weights
  private final CheckVectors checkVectors;
  private final Map<String, String> provenance;

  ModelFile(
      int bytes,
      List<Section> sections,
      Network network,
      CodedWeights[] weights,
      CheckVectors checkVectors,
      Map<String, String> provenance) {
    this.bytes = bytes;
    this.sections = sections;
    this.network = network;
    this.weights = weights;
    this.checkVectors = checkVectors;
    this.provenance = provenance;
  }

  public int bytes() {
    return bytes;
  }

  public List<Section> sections() {
    return sections;
  }

  public Network network() {
    return network;
  }

  /** Returns a layer's weights; null for a layer without. */
  public CodedWeights weights(int layer) {
    return weights[layer];
  }

  public CheckVectors checkVectors() {
    return checkVectors;
  }

  /** Returns the provenance by ascending key; empty without the section. */
  public Map<String, String> provenance() {
    return provenance;
  }
}
