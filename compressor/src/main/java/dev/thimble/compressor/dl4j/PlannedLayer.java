/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.dl4j;

import dev.thimble.compressor.network.Layer;
import dev.thimble.compressor.network.Shape;

/** A layer as the configuration describes it, before its parameters are read. */
sealed interface PlannedLayer permits PlannedPooling, PlannedWeights {

  String name();

  Shape output();

  /** Number of parameters in the file, those of folded layers too. */
  long parameters();

  /** Takes the next parameters of the file. */
  Layer build(Coefficients coefficients) throws ModelReadException;
}
