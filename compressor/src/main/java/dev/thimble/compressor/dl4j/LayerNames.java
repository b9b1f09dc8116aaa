/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.dl4j;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.deeplearning4j.nn.conf.layers.Layer;

/**
 * One unique name for each layer: the user's, or one from its kind and its number among its kind
 * ({@code conv1}, {@code pool1}, {@code fc1}).
 */
final class LayerNames {
  /** Longest name in a {@code *.thim} file, in bytes of UTF-8. */
  private static final int MAX_BYTES = 255;

  private LayerNames() {}

  static List<String> of(List<Layer> layers) throws ModelReadException {
    Set<String> taken = new HashSet<>();
    List<String> given = new ArrayList<>();
    for (int i = 0; i < layers.size(); i++) {
      String name = given(layers.get(i), i);
      given.add(name != null && taken.add(name) ? name : null);
    }
    List<String> names = new ArrayList<>();
    Map<String, Integer> counts = new HashMap<>();
    for (int i = 0; i < layers.size(); i++) {
      String fallback = given.get(i) == null ? "layer" + i : given.get(i);
      String stem = LayerKind.of(fallback, layers.get(i)).stem();
      int number = counts.merge(stem, 1, Integer::sum);
      String derived = stem.isEmpty() ? "layer" + i : stem + number;
      names.add(given.get(i) == null ? unique(derived, taken) : given.get(i));
    }
    return names;
  }

  /**
   * The user's name; null if there is none, or only Deeplearning4j's, or one that cannot be
   * written.
   */
  private static String given(Layer layer, int index) {
    String name = layer == null ? null : layer.getLayerName();
    boolean usable =
        name != null
            && !name.isBlank()
            && !name.equals("layer" + index)
            && name.getBytes(StandardCharsets.UTF_8).length <= MAX_BYTES
            && name.codePoints().noneMatch(LayerNames::unwritable);
    return usable ? name : null;
  }

  private static boolean unwritable(int codePoint) {
    return Character.isISOControl(codePoint) || Character.getType(codePoint) == Character.SURROGATE;
  }

  private static String unique(String name, Set<String> taken) {
    String candidate = name;
    while (!taken.add(candidate)) {
      candidate += "_";
    }
    return candidate;
  }
}
