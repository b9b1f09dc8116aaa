/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.artifact;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a file holds beside the network.
 *
 * @param coding how the weights are coded
 * @param provenance where the network comes from: ASCII keys and values, at most 32; empty for none
 */
public record ArtifactOptions(Coding coding, SortedMap<String, String> provenance) {

  /** The smallest file. */
  public static final ArtifactOptions DEFAULT = new ArtifactOptions(Coding.AUTO, new TreeMap<>());

  private static final int MAX_PROVENANCE = 32;

  public ArtifactOptions {
    if (provenance.size() > MAX_PROVENANCE) {
      throw new IllegalArgumentException(
          "provenance has at most " + MAX_PROVENANCE + " entries, found " + provenance.size());
    }
    for (String key : provenance.keySet()) {
      if (!key.chars().allMatch(c -> c > ' ' && c < 0x7F)) {
        throw new IllegalArgumentException(
            "a provenance key must be printable ASCII, found \"" + key + "\"");
      }
    }
    SortedMap<String, String> sorted = new TreeMap<>(provenance);
    provenance = Collections.unmodifiableSortedMap(sorted);
  }

  public ArtifactOptions withCoding(Coding value) {
    return new ArtifactOptions(value, provenance);
  }

  public ArtifactOptions withProvenance(Map<String, String> value) {
    return new ArtifactOptions(coding, new TreeMap<>(value));
  }
}
