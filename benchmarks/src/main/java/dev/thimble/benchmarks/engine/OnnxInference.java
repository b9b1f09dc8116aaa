/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.benchmarks.engine;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import dev.thimble.benchmarks.onnx.OnnxExport;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Map;

/**
 * The fastest way to infer with ONNX Runtime: input and output are tensors over memory of our own,
 * made once.
 */
final class OnnxInference implements Inference {
  private final OrtSession session;
  private final TestImages images;
  private final int[] classes;
  private final boolean bytes;
  private final ByteBuffer input;
  private final FloatBuffer inputReals;
  private final FloatBuffer output;
  private final OnnxTensor inputTensor;
  private final OnnxTensor outputTensor;
  private final Map<String, OnnxTensor> inputs;
  private final Map<String, OnnxTensor> outputs;

  OnnxInference(OrtSession session, TestImages images, int[] classes) throws OrtException {
    this.session = session;
    this.images = images;
    this.classes = classes;
    TensorInfo info = (TensorInfo) session.getInputInfo().get(OnnxExport.INPUT).getInfo();
    bytes = info.type == OnnxJavaType.UINT8;
    long[] inputShape = withBatch(info);
    long[] outputShape =
        withBatch((TensorInfo) session.getOutputInfo().get(OnnxExport.OUTPUT).getInfo());
    input = direct(classes.length * images.size() * (bytes ? Byte.BYTES : Float.BYTES));
    inputReals = input.asFloatBuffer();
    output = direct(classes.length * (int) outputShape[1] * Float.BYTES).asFloatBuffer();
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    inputTensor =
        bytes
            ? OnnxTensor.createTensor(environment, input, inputShape, OnnxJavaType.UINT8)
            : OnnxTensor.createTensor(environment, inputReals, inputShape);
    outputTensor = OnnxTensor.createTensor(environment, output, outputShape);
    inputs = Map.of(OnnxExport.INPUT, inputTensor);
    outputs = Map.of(OnnxExport.OUTPUT, outputTensor);
  }

  private long[] withBatch(TensorInfo info) {
    long[] shape = info.getShape();
    shape[0] = classes.length;
    return shape;
  }

  private static ByteBuffer direct(int bytes) {
    return ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
  }

  @Override
  public void run(int first) {
    int start = first * images.size();
    if (bytes) {
      input.put(0, images.pixels(), start, input.capacity());
    } else {
      inputReals.put(0, images.reals(), start, inputReals.capacity());
    }
    try {
      session.run(inputs, outputs).close();
    } catch (OrtException e) {
      throw new IllegalStateException(e);
    }
    readClasses();
  }

  private void readClasses() {
    int classCount = output.capacity() / classes.length;
    for (int i = 0; i < classes.length; i++) {
      int start = i * classCount;
      int best = 0;
      for (int c = 1; c < classCount; c++) {
        best = output.get(start + c) > output.get(start + best) ? c : best;
      }
      classes[i] = best;
    }
  }

  @Override
  public void close() {
    inputTensor.close();
    outputTensor.close();
  }
}
