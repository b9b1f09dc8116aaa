/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.benchmarks.process;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.TensorInfo;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Map;

/**
 * A program that classifies one image with ONNX Runtime: {@code StartOnnx MODEL IMAGE}, where the
 * model takes bytes. It prints nanoseconds since its first line.
 */
final class StartOnnx {
  private static final String INPUT = "image";

  private StartOnnx() {}

  public static void main(String[] arguments) throws IOException, OrtException {
    long began = System.nanoTime();
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (SessionOptions options = new SessionOptions()) {
      options.setIntraOpNumThreads(1);
      try (OrtSession session = environment.createSession(arguments[0], options)) {
        long loaded = System.nanoTime();
        try (InputStream image = new FileInputStream(arguments[1])) {
          int best = classify(session, image.readAllBytes());
          StartResult.print(loaded - began, System.nanoTime() - began, best);
        }
      }
    }
  }

  private static int classify(OrtSession session, byte[] pixels) throws OrtException {
    ByteBuffer buffer = ByteBuffer.allocateDirect(pixels.length).put(pixels).rewind();
    long[] shape = ((TensorInfo) session.getInputInfo().get(INPUT).getInfo()).getShape();
    shape[0] = 1;
    try (OnnxTensor input =
            OnnxTensor.createTensor(
                OrtEnvironment.getEnvironment(), buffer, shape, OnnxJavaType.UINT8);
        OrtSession.Result result = session.run(Map.of(INPUT, input))) {
      float[] logits = ((float[][]) result.get(0).getValue())[0];
      int best = 0;
      for (int i = 1; i < logits.length; i++) {
        best = logits[i] > logits[best] ? i : best;
      }
      return best;
    }
  }
}
