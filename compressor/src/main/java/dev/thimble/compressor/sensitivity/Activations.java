/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.sensitivity;

import java.util.List;

/**
 * The layers' outputs after their activation, in real numbers and in the int8 network, on {@code
 * samples} validation images.
 *
 * @param samples number of images
 * @param layers all layers in order, pooling ones too
 */
public record Activations(int samples, List<LayerActivations> layers) {

  public Activations {
    Checks.atLeast("samples", 1, samples);
    layers = Checks.list("layers", layers);
  }

  /**
   * One layer.
   *
   * @param layer its name
   * @param min smallest real output
   * @param max largest real output
   * @param gridMin real value of the lowest int8 activation; null for scores, which have no grid of
   *     8 bits
   * @param gridMax real value of the highest
   * @param saturatedShare share of the real outputs that lie outside the grid by more than half a
   *     step, in [0, 1]; null for scores
   * @param zeroShare share of the real outputs that are exactly 0, in [0, 1]
   * @param signalToNoise {@code 10 log₁₀(Σ r² / Σ (r − q)²)} in decibels, r the real output and q
   *     the real value of the integer network's output, all earlier layers' errors included; null
   *     if both are equal or r is always 0
   * @param histogram counts of the real outputs in equally wide bins from {@code min} to {@code
   *     max}, those that are exactly 0 left out
   */
  public record LayerActivations(
      String layer,
      double min,
      double max,
      Double gridMin,
      Double gridMax,
      Double saturatedShare,
      double zeroShare,
      Double signalToNoise,
      List<Long> histogram) {

    public LayerActivations {
      Checks.named("a layer", layer);
      Checks.finite("an output", min);
      Checks.finite("an output", max);
      Checks.share("a share", zeroShare);
      if (saturatedShare != null) {
        Checks.share("a share", saturatedShare);
      }
      histogram = Checks.list("histogram", histogram);
    }
  }
}
