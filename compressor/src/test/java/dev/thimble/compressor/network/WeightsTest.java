/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class WeightsTest {
  @Test
  void denseWeightsKeepACopy() {
    float[] values = {1, 2, 3, 4, 5, 6};
    DenseWeights weights = DenseWeights.of(2, 3, values);
    values[0] = 9;
    weights.effective()[1] = 9;
    assertThat(weights.effective()).containsExactly(1, 2, 3, 4, 5, 6);
    assertThat(weights.density()).isEqualTo(1);
  }

  @Test
  void prunedWeightsRememberTheirValues() {
    PrunedWeights weights =
        DenseWeights.of(1, 3, new float[] {1, 2, 3}).prune(new boolean[] {true, false, true});
    assertThat(weights.effective()).containsExactly(1, 0, 3);
    assertThat(weights.values()).containsExactly(1, 2, 3);
    assertThat(weights.kept()).isEqualTo(2);
    assertThat(weights.isKept(1)).isFalse();
  }

  @Test
  void quantizedWeightsScaleEachChannel() {
    QuantizedWeights weights =
        QuantizedWeights.of(2, 2, new byte[] {1, 0, -3, 0}, Scales.perChannel(0.5, 2), true);
    assertThat(weights.effective()).containsExactly(0.5f, 0, -6, 0);
    assertThat(weights.kept()).isEqualTo(2);
  }

  @Test
  void zeroIsAValueInAnUnprunedLayer() {
    Scales scales = Scales.perLayer(1);
    assertThat(QuantizedWeights.of(1, 2, new byte[] {0, 5}, scales, false).kept()).isEqualTo(2);
    assertThat(QuantizedWeights.of(1, 2, new byte[] {0, 5}, scales, true).kept()).isEqualTo(1);
  }

  @Test
  void clusteredWeightsShareACodebook() {
    ClusteredWeights weights =
        ClusteredWeights.of(
            2,
            2,
            new byte[] {-7, 4},
            new int[] {0, ClusteredWeights.PRUNED, 1, 1},
            Scales.perLayer(0.5));
    assertThat(weights.effective()).containsExactly(-3.5f, 0, 2, 2);
    assertThat(weights.levels()).containsExactly(-7, 0, 4, 4);
    assertThat(weights.kept()).isEqualTo(3);
    assertThat(weights.pruned()).isTrue();
  }

  @Test
  void refusesTheWrongNumberOfWeights() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DenseWeights.of(2, 3, new float[5]))
        .withMessage("expected 2x3 weights, found 5");
  }

  @Test
  void refusesAMaskOfAnotherLength() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PrunedWeights.of(1, 3, new float[3], new boolean[2]))
        .withMessage("expected a mask of 3 weights, found 2");
  }

  @Test
  void refusesLevelMinus128() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> QuantizedWeights.of(1, 1, new byte[] {-128}, Scales.perLayer(1), false))
        .withMessage("a level must lie in -127 ... 127, found -128 for weight 0");
  }

  @Test
  void refusesACodebookOutOfOrder() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> clustered(new byte[] {4, 4}, 0, 1))
        .withMessage("a codebook must ascend strictly, found 4 before 4");
  }

  @Test
  void refusesZeroInAPrunedCodebook() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> clustered(new byte[] {0, 4}, ClusteredWeights.PRUNED, 1))
        .withMessage("a pruned layer's codebook must not contain 0");
  }

  @Test
  void refusesAnAssignmentOutsideTheCodebook() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> clustered(new byte[] {1, 4}, 0, 2))
        .withMessage("weight 1 must be pruned or one of 2 clusters, found 2");
  }

  @Test
  void refusesScalesOfAnotherNumberOfChannels() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> QuantizedWeights.of(2, 1, new byte[2], Scales.perChannel(1, 1, 1), false))
        .withMessage("expected one scale for each of 2 output channels, found 3");
  }

  @Test
  void refusesAScaleOfZero() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Scales.perChannel(1, 0))
        .withMessage("a scale must be finite and above 0, found 0.0 for channel 1");
  }

  private static ClusteredWeights clustered(byte[] codebook, int... assignments) {
    return ClusteredWeights.of(1, assignments.length, codebook, assignments, Scales.perLayer(1));
  }
}
