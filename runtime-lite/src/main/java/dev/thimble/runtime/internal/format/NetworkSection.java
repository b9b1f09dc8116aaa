/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.runtime.internal.format;

import dev.thimble.runtime.Limits;
import dev.thimble.runtime.ModelException;
import dev.thimble.runtime.internal.network.Layer;
import dev.thimble.runtime.internal.network.Network;
import dev.thimble.runtime.internal.network.Shape;

/** Reads section N: shapes, numbers that are not weights, and names. */
final class NetworkSection {

  private static final int ALL_FLAGS =
      Format.FLAG_LABELS | Format.FLAG_LAYER_NAMES | Format.FLAG_SOFTMAX;

  private NetworkSection() {}

  static Network read(ByteReader in, Limits limits, MemoryBudget budget) throws ModelException {
    int flags = in.varint("flags", 0, ALL_FLAGS);
    int channels = in.varint("channels", 1, Integer.MAX_VALUE);
    int height = in.varint("height", 1, Integer.MAX_VALUE);
    int width = in.varint("width", 1, Integer.MAX_VALUE);
    Shape image = LayerReader.shape(limits, channels, height, width);
    float inputScale = in.scale("input scale");
    int inputZero = in.u8("input zero point");
    float outputScale = in.scale("output scale");
    int count = in.varint("layer count", 1, Format.MAX_LAYERS);
    limit("layers", limits.layers(), count);
    budget.charge((long) count * 8 * MemoryBudget.OBJECT_BYTES);
    Layer[] layers = new LayerReader(in, limits, budget, image, inputZero, count).read();
    int classes = layers[count - 1].output.size();
    limit("classes", limits.classes(), classes);
    String[] labels =
        (flags & Format.FLAG_LABELS) != 0 ? strings(in, "label", classes, budget) : null;
    String[] names =
        (flags & Format.FLAG_LAYER_NAMES) != 0 ? strings(in, "layer name", count, budget) : null;
    in.requireEnd();
    boolean softmax = (flags & Format.FLAG_SOFTMAX) != 0;
    return new Network(image, inputScale, inputZero, outputScale, softmax, layers, labels, names);
  }

  private static void limit(String what, int limit, int found) throws ModelException {
    if (found > limit) {
      throw Fault.limit(what, limit, found);
    }
  }

  private static String[] strings(ByteReader in, String what, int count, MemoryBudget budget)
      throws ModelException {
    in.require(count, what);
    budget.array(count, 8);
    budget.charge(4L * in.remaining() + (long) count * 4 * MemoryBudget.OBJECT_BYTES);
    String[] strings = new String[count];
    for (int i = 0; i < count; i++) {
      strings[i] = in.string(what);
    }
    return strings;
  }
}
