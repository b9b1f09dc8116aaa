/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.pipeline;

import java.util.Locale;

/** The steps of a compression, in order. */
public enum Stage {
  /** The network as it came. */
  ORIGINAL,
  PRUNE,
  RETRAIN,
  /** Trained once more with the same masks. */
  FINETUNE,
  /** Levels are chosen anew by error and bits. */
  RATE,
  /** Units that pruning has left without use are gone. */
  REDUCE,
  QUANTIZE,
  CLUSTER,
  CODE;

  /** As reports call it. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
