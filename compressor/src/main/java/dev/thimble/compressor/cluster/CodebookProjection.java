/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.cluster;

import dev.thimble.compressor.dl4j.ParameterLayout;
import dev.thimble.compressor.retrain.ProjectionState;
import dev.thimble.compressor.retrain.SteppedProjection;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.ObjIntConsumer;

/**
 * Weights compute as their cluster's value. First every weight learns for itself and may move to
 * another cluster, while the centroids follow their members; then the assignments are fixed and
 * each centroid learns with the summed gradient of its members (Han et al., "Deep Compression",
 * 2016, <a href="https://arxiv.org/abs/1510.00149">arXiv:1510.00149</a>, section 3.2).
 */
final class CodebookProjection implements SteppedProjection {

  private static final int STEPS_BETWEEN_FITS = 50;

  /** The phase of a state whose assignments are fixed. */
  private static final int ASSIGNED = 1;

  private final List<Codebook> codebooks;
  private final ParameterLayout layout;
  private final double assignmentShare;
  private boolean assigned;

  CodebookProjection(List<Codebook> codebooks, ParameterLayout layout, double assignmentShare) {
    this.codebooks = codebooks;
    this.layout = layout;
    this.assignmentShare = assignmentShare;
  }

  @Override
  public void beforeStep(float[] shadow, int stepOfEpoch, double progress) {
    boolean last = !assigned && progress >= assignmentShare;
    if (!assigned && (last || stepOfEpoch % STEPS_BETWEEN_FITS == 0)) {
      each((codebook, offset) -> codebook.refit(shadow, offset));
    }
    if (last) {
      each((codebook, offset) -> codebook.share(shadow, offset, false));
      assigned = true;
    }
    if (assigned) {
      each((codebook, offset) -> codebook.moveToMeans(shadow, offset));
    }
  }

  /** The centroids of each codebook, and each weight's cluster. */
  @Override
  public ProjectionState state() {
    List<Double> centroids = new ArrayList<>();
    ByteBuffer assignments = ByteBuffer.allocate(layout.weights());
    for (Codebook codebook : codebooks) {
      codebook.save(centroids, assignments);
    }
    return new ProjectionState(assigned ? ASSIGNED : 0, centroids, assignments.array());
  }

  @Override
  public void restore(ProjectionState state) {
    int centroids = codebooks.stream().mapToInt(Codebook::size).sum();
    state.requireSizes(centroids, layout.weights());
    Iterator<Double> reals = state.reals().iterator();
    ByteBuffer marks = ByteBuffer.wrap(state.marks());
    for (Codebook codebook : codebooks) {
      codebook.restore(reals, marks);
    }
    assigned = state.phase() == ASSIGNED;
  }

  /** Ends the training: the centroids take their final places. */
  void finish(float[] shadow) {
    if (assigned) {
      each((codebook, offset) -> codebook.moveToMeans(shadow, offset));
    } else {
      each((codebook, offset) -> codebook.refit(shadow, offset));
    }
  }

  @Override
  public void project(float[] parameters) {
    each((codebook, offset) -> codebook.share(parameters, offset, !assigned));
  }

  @Override
  public void pullBack(float[] gradient) {
    if (assigned) {
      each((codebook, offset) -> codebook.sumGradient(gradient, offset));
    } else {
      each((codebook, offset) -> codebook.maskGradient(gradient, offset));
    }
  }

  private void each(ObjIntConsumer<Codebook> action) {
    for (int i = 0; i < codebooks.size(); i++) {
      action.accept(codebooks.get(i), layout.segments().get(i).weightOffset());
    }
  }
}
