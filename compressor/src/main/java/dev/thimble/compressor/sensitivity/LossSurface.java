/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.sensitivity;

import java.util.List;

/**
 * The loss on {@code samples} validation images around the weights, along filter-normalised random
 * directions: each output channel of a direction is as long as the channel's weights (Li et al.,
 * 2018). Biases stay.
 *
 * @param samples images whose mean loss is drawn
 * @param lines the loss along single directions
 * @param plane the loss over the first two lines' directions
 */
public record LossSurface(int samples, List<LossLine> lines, LossPlane plane) {

  public LossSurface {
    Checks.atLeast("samples", 1, samples);
    lines = Checks.list("lines", lines);
  }

  /**
   * One direction.
   *
   * @param direction what it is called
   * @param points ascending in position, 0 among them
   */
  public record LossLine(String direction, List<LinePoint> points) {

    public LossLine {
      Checks.named("a direction", direction);
      points = Checks.list("points", points);
    }
  }

  /**
   * One place on a line.
   *
   * @param position multiples of the direction; 1 is as far as the weights are from 0
   * @param loss mean loss in nats
   * @param error in [0, 1]
   */
  public record LinePoint(double position, double loss, double error) {

    public LinePoint {
      Checks.finite("a position", position);
      Checks.notNegative("a loss", loss);
      Checks.share("an error", error);
    }
  }

  /**
   * A square grid.
   *
   * @param positions multiples of each direction, ascending, the same for both
   * @param losses mean loss in nats; outer list along the second direction, inner along the first
   */
  public record LossPlane(List<Double> positions, List<List<Double>> losses) {

    public LossPlane {
      positions = Checks.list("positions", positions);
      losses =
          Checks.list("losses", losses).stream().map(row -> Checks.list("losses", row)).toList();
      int side = positions.size();
      if (losses.size() != side || losses.stream().anyMatch(row -> row.size() != side)) {
        throw new IllegalArgumentException("expected losses of " + side + "x" + side + " places");
      }
      losses.forEach(row -> row.forEach(loss -> Checks.notNegative("a loss", loss)));
    }
  }
}
