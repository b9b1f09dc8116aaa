/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.benchmarks.onnx;

import java.util.List;

/** A graph under construction ({@code GraphProto}): each method adds one thing and names it. */
final class Graph {
  /** The name of the dimension that counts images. */
  private static final String BATCH = "batch";

  private static final int IR_VERSION = 8;
  private static final int OPSET = 13;

  private final ProtoMessage graph = new ProtoMessage().string(2, "thimble");

  /** Declares the input. */
  void input(String name, ElementType type, int... shape) {
    graph.message(11, value(name, type, shape));
  }

  /** Declares which value is the output. */
  void output(String name, ElementType type, int... shape) {
    graph.message(12, value(name, type, shape));
  }

  private static ProtoMessage value(String name, ElementType type, int... shape) {
    ProtoMessage dimensions = new ProtoMessage().message(1, new ProtoMessage().string(2, BATCH));
    for (int side : shape) {
      dimensions.message(1, new ProtoMessage().integer(1, side));
    }
    ProtoMessage tensor = new ProtoMessage().integer(1, type.code()).message(2, dimensions);
    return new ProtoMessage().string(1, name).message(2, new ProtoMessage().message(1, tensor));
  }

  /** Adds a constant and returns its name. */
  String constant(String name, Tensor tensor) {
    graph.message(5, tensor.named(name));
    return name;
  }

  /** Adds an operation and returns the name of its result. */
  String node(String operator, String result, List<String> inputs, ProtoMessage... attributes) {
    ProtoMessage node = new ProtoMessage();
    inputs.forEach(input -> node.string(1, input));
    node.string(2, result).string(3, result).string(4, operator);
    for (ProtoMessage attribute : attributes) {
      node.message(5, attribute);
    }
    graph.message(1, node);
    return result;
  }

  /** The file ({@code ModelProto}). */
  byte[] toModel() {
    return new ProtoMessage()
        .integer(1, IR_VERSION)
        .string(2, "thimble")
        .message(7, graph)
        .message(8, new ProtoMessage().string(1, "").integer(2, OPSET))
        .toByteArray();
  }
}
