/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.benchmarks.onnx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A constant tensor ({@code TensorProto}) before it has a name. */
final class Tensor {
  private static final int DIMENSIONS = 1;
  private static final int DATA_TYPE = 2;
  private static final int NAME = 8;
  private static final int RAW_DATA = 9;

  private final ElementType type;
  private final byte[] data; // little endian
  private final int[] shape;

  private Tensor(ElementType type, byte[] data, int... shape) {
    this.type = type;
    this.data = data;
    this.shape = shape;
  }

  static Tensor floats(float[] values, int... shape) {
    ByteBuffer data = littleEndian(values.length * Float.BYTES);
    data.asFloatBuffer().put(values);
    return new Tensor(ElementType.FLOAT, data.array(), shape);
  }

  static Tensor integers(int[] values, int... shape) {
    ByteBuffer data = littleEndian(values.length * Integer.BYTES);
    data.asIntBuffer().put(values);
    return new Tensor(ElementType.INT32, data.array(), shape);
  }

  static Tensor signedBytes(byte[] values, int... shape) {
    return new Tensor(ElementType.INT8, values.clone(), shape);
  }

  static Tensor scalar(float value) {
    return floats(new float[] {value});
  }

  static Tensor unsignedScalar(int value) {
    return new Tensor(ElementType.UINT8, new byte[] {(byte) value});
  }

  private static ByteBuffer littleEndian(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  ProtoMessage named(String name) {
    ProtoMessage tensor = new ProtoMessage();
    for (int side : shape) {
      tensor.integer(DIMENSIONS, side);
    }
    return tensor.integer(DATA_TYPE, type.code()).string(NAME, name).bytes(RAW_DATA, data);
  }
}
