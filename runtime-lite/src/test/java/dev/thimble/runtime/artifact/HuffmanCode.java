/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.runtime.artifact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A canonical code for symbols with counts: lengths by merging, flattened until none is longer than
 * 15.
 */
public final class HuffmanCode {

  private final int[] lengths;
  private final int[] codes;

  public HuffmanCode(int[] counts) {
    int[] flattened = counts.clone();
    int[] result = lengths(flattened);
    while (longest(result) > 15) {
      for (int i = 0; i < flattened.length; i++) {
        flattened[i] = flattened[i] == 0 ? 0 : flattened[i] / 2 + 1;
      }
      result = lengths(flattened);
    }
    lengths = result;
    codes = new int[counts.length];
    int code = 0;
    for (int length = 1; length <= 15; length++) {
      for (int symbol = 0; symbol < lengths.length; symbol++) {
        if (lengths[symbol] == length) {
          codes[symbol] = code++;
        }
      }
      code <<= 1;
    }
  }

  private static int longest(int[] lengths) {
    int longest = 0;
    for (int length : lengths) {
      longest = Math.max(longest, length);
    }
    return longest;
  }

  private record Node(long count, List<Integer> symbols) {}

  private static int[] lengths(int[] counts) {
    int[] lengths = new int[counts.length];
    List<Node> nodes = new ArrayList<>();
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] > 0) {
        nodes.add(new Node(counts[i], List.of(i)));
      }
    }
    if (nodes.size() == 1) {
      lengths[nodes.get(0).symbols().get(0)] = 1;
    }
    while (nodes.size() > 1) {
      nodes.sort(Comparator.comparingLong(Node::count));
      Node a = nodes.remove(0);
      Node b = nodes.remove(0);
      List<Integer> both = new ArrayList<>(a.symbols());
      both.addAll(b.symbols());
      both.forEach(symbol -> lengths[symbol]++);
      nodes.add(new Node(a.count() + b.count(), both));
    }
    return lengths;
  }

  public void writeLengths(BitSink out) {
    for (int length : lengths) {
      out.bits(length, 4);
    }
  }

  public void write(BitSink out, int symbol) {
    out.bits(codes[symbol], lengths[symbol]);
  }
}
