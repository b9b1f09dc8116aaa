/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.thimble.compressor.network.Activation;
import dev.thimble.compressor.network.ClusteredWeights;
import dev.thimble.compressor.network.DenseLayer;
import dev.thimble.compressor.network.DenseWeights;
import dev.thimble.compressor.network.FloatVector;
import dev.thimble.compressor.network.Network;
import dev.thimble.compressor.network.PrunedWeights;
import dev.thimble.compressor.network.QuantizedWeights;
import dev.thimble.compressor.network.Scales;
import dev.thimble.compressor.network.Shape;
import dev.thimble.compressor.network.Weights;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One layer of 2 x 8 weights; its two biases take 8 bytes. */
class StageSizeTest {

  private static final int BIASES = 8;

  @Test
  void countsFourBytesForEachDenseWeight() {
    assertThat(bytes(DenseWeights.of(2, 8, new float[16]))).isEqualTo(64 + BIASES);
  }

  @Test
  void countsValueAndGapForEachPrunedWeight() {
    boolean[] kept = new boolean[16];
    kept[0] = true;
    kept[4] = true;
    kept[12] = true;
    // The gaps are 0, 3 and 7: three bits hold them all, with fewer the longest needs fillers.
    assertThat(bytes(PrunedWeights.of(2, 8, new float[16], kept)))
        .isEqualTo((3 * (32 + 3) + 7) / 8 + BIASES);
  }

  @Test
  void countsAFillerWhereTheGapIsTooLong() {
    boolean[] kept = new boolean[16];
    kept[15] = true;
    byte[] levels = new byte[16];
    levels[15] = 1;
    QuantizedWeights weights = QuantizedWeights.of(2, 8, levels, Scales.perLayer(1), true);
    // One weight with a gap of 15: four bits are enough; the scale takes 32.
    assertThat(bytes(weights)).isEqualTo((8 + 4 + 32 + 7) / 8 + BIASES);
  }

  @Test
  void countsIndicesAndTheCodebook() {
    int[] assignments = new int[16];
    assignments[3] = 2;
    ClusteredWeights weights =
        ClusteredWeights.of(2, 8, new byte[] {-3, 1, 9}, assignments, Scales.perChannel(1, 2));
    assertThat(bytes(weights)).isEqualTo((16 * 2 + 3 * 8 + 2 * 32) / 8 + BIASES);
  }

  private static long bytes(Weights weights) {
    DenseLayer layer =
        new DenseLayer(
            "fc1", Shape.vector(8), weights, FloatVector.of(new float[2]), Activation.IDENTITY);
    Network network =
        new Network(Shape.vector(8), 1, 0, List.of(layer), Network.numberedLabels(2), true);
    return StageSize.bytes(network);
  }
}
