/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.retrain;

import dev.thimble.compressor.dl4j.ParameterLayout;
import dev.thimble.compressor.dl4j.ParameterLayout.Segment;
import dev.thimble.compressor.prune.Mask;
import dev.thimble.compressor.prune.PrunePlan;
import dev.thimble.compressor.quantize.QuantizeOptions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Pruned weights compute as 0. Until the plan settles they still learn below the mask, so that one
 * which grows comes back when the masks are next chosen (dynamic network surgery: Guo et al., 2016,
 * <a href="https://arxiv.org/abs/1608.04493">arXiv:1608.04493</a>); after that they stay as they
 * are. They learn slower than kept ones: their gradients tell what each alone would be worth, and
 * Adam takes as long a step for a small gradient as for a large one, so that at full pace thousands
 * that mend the same error would come back together and overshoot.
 *
 * <p>In the last part of a training with quantized weights, kept ones compute as the nearest point
 * of their layer's {@link LevelGrid}.
 */
final class MaskProjection implements SteppedProjection {

  private static final int STEPS_BETWEEN_CHOICES = 50;
  // Bits of a state's phase.
  private static final int FIXED = 1;
  private static final int FALLING = 1 << 1;
  private static final int ON_GRID = 1 << 2;

  private final ParameterLayout layout;
  private final PrunePlan plan;
  private final QuantizeOptions quantize;
  private final List<LevelGrid> grids;
  private List<Mask> masks;
  private boolean fixed;
  private boolean falling;
  private boolean onGrid;

  MaskProjection(ParameterLayout layout, PrunePlan plan, QuantizeOptions quantize) {
    this.layout = layout;
    this.plan = plan;
    this.quantize = quantize;
    this.grids =
        layout.segments().stream().map(segment -> new LevelGrid(quantize.maxLevel())).toList();
  }

  @Override
  public void beforeStep(float[] shadow, int stepOfEpoch, double progress) {
    boolean due = stepOfEpoch % STEPS_BETWEEN_CHOICES == 0;
    if (!fixed && (due || !plan.isMoving(progress))) {
      masks = plan.masks(weights(shadow), progress);
      fixed = !plan.isMoving(progress);
      falling = plan.isFalling(progress);
    }
    boolean enters = !onGrid && progress >= quantize.trainFrom();
    if (enters || onGrid && due) {
      onGrid = true;
      fitGrids(shadow);
    }
  }

  /** The scale of each grid, and 1 for a kept weight, 0 for a pruned one. */
  @Override
  public ProjectionState state() {
    byte[] marks = new byte[layout.weights()];
    int weight = 0;
    for (Mask mask : masks) {
      for (int i = 0; i < mask.size(); i++) {
        marks[weight++] = (byte) (mask.isKept(i) ? 1 : 0);
      }
    }
    return new ProjectionState(
        (fixed ? FIXED : 0) | (falling ? FALLING : 0) | (onGrid ? ON_GRID : 0),
        grids.stream().map(LevelGrid::scale).toList(),
        marks);
  }

  @Override
  public void restore(ProjectionState state) {
    state.requireSizes(grids.size(), layout.weights());
    byte[] marks = state.marks();
    List<Mask> restored = new ArrayList<>();
    int weight = 0;
    for (int layer = 0; layer < grids.size(); layer++) {
      boolean[] kept = new boolean[layout.segments().get(layer).weights()];
      for (int i = 0; i < kept.length; i++) {
        kept[i] = marks[weight++] != 0;
      }
      restored.add(Mask.of(kept));
      grids.get(layer).setScale(state.reals().get(layer));
    }
    masks = restored;
    fixed = (state.phase() & FIXED) != 0;
    falling = (state.phase() & FALLING) != 0;
    onGrid = (state.phase() & ON_GRID) != 0;
  }

  /**
   * Ends the training: chooses the masks now if it had too few steps to reach the final density,
   * and puts the kept weights on their grids for good.
   */
  List<Mask> finish(float[] shadow) {
    if (falling) {
      masks = plan.masks(weights(shadow), 1);
    }
    if (quantize.isTrained()) {
      fitGrids(shadow);
      roundKept(shadow);
    }
    return masks;
  }

  private void fitGrids(float[] shadow) {
    for (int layer = 0; layer < masks.size(); layer++) {
      grids.get(layer).fit(shadow, layout.segments().get(layer).weightOffset(), masks.get(layer));
    }
  }

  private void roundKept(float[] parameters) {
    for (int layer = 0; layer < masks.size(); layer++) {
      int offset = layout.segments().get(layer).weightOffset();
      grids.get(layer).round(parameters, offset, masks.get(layer));
    }
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
    if (onGrid) {
      roundKept(parameters);
    }
  }

  @Override
  public void restrain(float[] step) {
    scalePruned(step, fixed ? 0f : (float) plan.regrowth());
  }

  private void scalePruned(float[] values, float factor) {
    for (int layer = 0; layer < masks.size(); layer++) {
      masks.get(layer).scalePruned(values, layout.segments().get(layer).weightOffset(), factor);
    }
  }
}
