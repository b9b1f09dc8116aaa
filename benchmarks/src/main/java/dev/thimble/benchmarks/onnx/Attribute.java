/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.benchmarks.onnx;

/** A named constant of an operator ({@code AttributeProto}). */
final class Attribute {
  private static final int NAME = 1;
  private static final int INTEGER = 3;
  private static final int INTEGERS = 8;
  private static final int TYPE = 20;
  private static final int TYPE_INTEGER = 2;
  private static final int TYPE_INTEGERS = 7;

  private Attribute() {}

  static ProtoMessage integer(String name, int value) {
    return new ProtoMessage()
        .string(NAME, name)
        .integer(INTEGER, value)
        .integer(TYPE, TYPE_INTEGER);
  }

  static ProtoMessage integers(String name, int... values) {
    ProtoMessage attribute = new ProtoMessage().string(NAME, name);
    for (int value : values) {
      attribute.integer(INTEGERS, value);
    }
    return attribute.integer(TYPE, TYPE_INTEGERS);
  }
}
