/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.benchmarks.engine;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import java.io.IOException;
import java.nio.file.Path;

/**
 * ONNX Runtime with all its optimizations, computing on the caller's thread. Release 1.29 crashes
 * the process if its command line is longer than about 4,000 characters: keep class paths in
 * manifests.
 */
public final class OnnxEngine implements LoadedNetwork {
  private final OrtSession session;

  private OnnxEngine(OrtSession session) {
    this.session = session;
  }

  /** Loads a model. */
  public static OnnxEngine load(Path model) throws IOException {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (SessionOptions options = new SessionOptions()) {
      options.setOptimizationLevel(SessionOptions.OptLevel.ALL_OPT);
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      return new OnnxEngine(environment.createSession(model.toString(), options));
    } catch (OrtException e) {
      throw new IOException(model + ": " + e.getMessage(), e);
    }
  }

  @Override
  public Inference newInference(TestImages images, int[] classes) {
    try {
      return new OnnxInference(session, images, classes);
    } catch (OrtException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException(e);
    }
  }
}
