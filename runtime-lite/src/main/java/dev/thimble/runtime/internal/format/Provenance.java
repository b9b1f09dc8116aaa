/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.runtime.internal.format;

import dev.thimble.runtime.ModelException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads keys and values: section p, how the file came to be, and section s behind its layout. */
final class Provenance {

  private Provenance() {}

  static Map<String, String> read(ByteReader in, MemoryBudget budget) throws ModelException {
    int count = in.varint("count", 1, Format.MAX_PROVENANCE);
    budget.charge(4L * in.remaining() + 8L * count * MemoryBudget.OBJECT_BYTES);
    Map<String, String> entries = new LinkedHashMap<>();
    String previous = "";
    for (int i = 0; i < count; i++) {
      int start = in.position();
      String key = in.string("key");
      if (key.compareTo(previous) <= 0) {
        throw in.corrupt(start, "key", "one after \"" + previous + "\"", "\"" + key + "\"");
      }
      for (int j = 0; j < key.length(); j++) {
        if (key.charAt(j) > 0x7E) {
          throw in.corrupt(start, "key", "ASCII", "\"" + key + "\"");
        }
      }
      entries.put(key, in.string("value"));
      previous = key;
    }
    in.requireEnd();
    return Collections.unmodifiableMap(entries);
  }
}
