/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.retrain;

import dev.thimble.compressor.dl4j.ParameterLayout;
import dev.thimble.compressor.dl4j.ParameterLayout.Segment;
import dev.thimble.compressor.prune.Mask;
import dev.thimble.compressor.prune.PrunePlan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Pruned weights compute as 0. Until the plan settles they still learn below the mask, so that one
 * which grows comes back when the masks are next chosen (dynamic network surgery: Guo et al., 2016,
 * <a href="https://arxiv.org/abs/1608.04493">arXiv:1608.04493</a>), and shrink whenever the masks
 * are chosen, so that none comes back by drifting for long; after that they stay as they are.
 */
final class MaskProjection implements SteppedProjection {

  private static final int STEPS_BETWEEN_MASKS = 50;
  private static final float DECAY = 0.8f;

  private final ParameterLayout layout;
  private final PrunePlan plan;
  private List<Mask> masks;
  private boolean fixed;
  private boolean falling;

  MaskProjection(ParameterLayout layout, PrunePlan plan) {
    this.layout = layout;
    this.plan = plan;
  }

  @Override
  public void beforeStep(float[] shadow, int stepOfEpoch, double progress) {
    if (!fixed && (stepOfEpoch % STEPS_BETWEEN_MASKS == 0 || !plan.isMoving(progress))) {
      masks = plan.masks(weights(shadow), progress);
      fixed = !plan.isMoving(progress);
      falling = plan.isFalling(progress);
      scalePruned(shadow, DECAY);
    }
  }

  /**
   * The masks after the last step; chosen now if the training had too few steps to reach the final
   * density.
   */
  List<Mask> finalMasks(float[] shadow) {
    return falling ? plan.masks(weights(shadow), 1) : masks;
  }

  List<float[]> weights(float[] parameters) {
    List<float[]> weights = new ArrayList<>();
    for (Segment segment : layout.segments()) {
      weights.add(
          Arrays.copyOfRange(
              parameters, segment.weightOffset(), segment.weightOffset() + segment.weights()));
    }
    return weights;
  }

  @Override
  public void project(float[] parameters) {
    scalePruned(parameters, 0f);
  }

  @Override
  public void pullBack(float[] gradient) {
    if (fixed) {
      scalePruned(gradient, 0f);
    }
  }

  private void scalePruned(float[] values, float factor) {
    for (int layer = 0; layer < masks.size(); layer++) {
      masks.get(layer).scalePruned(values, layout.segments().get(layer).weightOffset(), factor);
    }
  }
}
