/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.sensitivity;

import java.util.List;

/**
 * Error and loss over a setting, from the finest to the coarsest. Nothing is retrained.
 *
 * @param together all layers at the setting at once, as integers through {@code runtime-lite}; a
 *     setting whose scales integers cannot express is left out
 * @param layers each layer on its own, in real numbers
 */
public record Sweep(Setting setting, List<SweepPoint> together, List<LayerSweep> layers) {

  public Sweep {
    Checks.present("a setting", setting);
    together = Checks.list("together", together);
    layers = Checks.list("layers", layers);
  }

  /**
   * One layer's sweep, in real numbers; a setting that the layer is too small for is left out.
   *
   * @param layer its name
   * @param alone this layer at the setting, all others at full precision
   * @param others all others at the setting, this layer at full precision; empty where there are no
   *     others
   * @param knee the coarsest setting, no finer one failing, at which {@code alone} does not make
   *     significantly more errors than the full-precision network (one-sided sign test on the
   *     broken and repaired images, 5 %); null if even the finest does
   * @param kept the coarsest setting, no finer one failing, at which the error of {@code alone}
   *     rises by at most the report's {@code maxDrop}; null if even the finest exceeds it
   */
  public record LayerSweep(
      String layer, List<SweepPoint> alone, List<SweepPoint> others, Double knee, Double kept) {

    public LayerSweep {
      Checks.named("a layer", layer);
      Checks.finiteOrNull("a knee", knee);
      Checks.finiteOrNull("a kept setting", kept);
      alone = Checks.list("alone", alone);
      others = Checks.list("others", others);
    }
  }
}
