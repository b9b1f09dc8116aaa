/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.models;

import java.io.IOException;
import java.io.InputStream;

/** The trained checkpoints in this jar, and what became of them. */
public final class Zoo {

  private Zoo() {}

  /**
   * Opens a checkpoint: a Deeplearning4j {@code ModelSerializer} zip without updater state.
   *
   * @throws IOException if it is not in this jar
   */
  public static InputStream checkpoint(ReferenceNetwork network) throws IOException {
    return open(network.id() + ".zip");
  }

  /** How the checkpoint was made. */
  public static Provenance provenance(ReferenceNetwork network) throws IOException {
    try (InputStream in = open(network.id() + ".json")) {
      return Provenance.fromJson(in);
    }
  }

  /**
   * Opens a compressed network, a {@code .thim} file.
   *
   * @throws IOException if it is not in this jar
   */
  public static InputStream compressed(CompressedNetwork network) throws IOException {
    return open(network.id() + ".thim");
  }

  private static InputStream open(String file) throws IOException {
    InputStream in = Zoo.class.getResourceAsStream("zoo/" + file);
    if (in == null) {
      throw new IOException("this build has no " + file);
    }
    return in;
  }
}
