/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.sensitivity.forward;

import dev.thimble.compressor.artifact.ArtifactOptions;
import dev.thimble.compressor.artifact.ArtifactWriter;
import dev.thimble.compressor.artifact.Coding;
import dev.thimble.compressor.quantize.IntegerNetwork;
import dev.thimble.runtime.Model;
import dev.thimble.runtime.ModelException;
import dev.thimble.runtime.Session;
import java.util.stream.IntStream;

/** Runs integer networks through {@code runtime-lite}, as files that exist in memory only. */
public final class IntegerEvaluator {
  /** Images that a session infers before another thread may take over. */
  private static final int PART = 125;

  private static final ArtifactWriter WRITER =
      new ArtifactWriter(ArtifactOptions.DEFAULT.withCoding(Coding.RAW));

  private final Samples samples;

  public IntegerEvaluator(Samples samples) {
    this.samples = samples;
  }

  /** A network of integers. */
  public Outcome evaluate(IntegerNetwork network) {
    return evaluate(WRITER.write(network).bytes());
  }

  /** A file's bytes, which are sound. */
  public Outcome evaluate(byte[] file) {
    try {
      return evaluate(Model.load(file));
    } catch (ModelException e) {
      throw new IllegalStateException("the runtime refuses a sound file", e);
    }
  }

  /** A file that was loaded. */
  public Outcome evaluate(Model model) {
    boolean[] wrong = new boolean[samples.count()];
    double[] losses = new double[samples.count()];
    IntStream.range(0, (samples.count() + PART - 1) / PART)
        .parallel()
        .forEach(part -> run(model, part * PART, wrong, losses));
    return Outcome.of(wrong, losses);
  }

  private void run(Model model, int first, boolean[] wrong, double[] losses) {
    Session session = model.newSession();
    int[] scores = new int[model.classCount()];
    double[] logits = new double[scores.length];
    for (int i = first; i < Math.min(first + PART, samples.count()); i++) {
      int found = session.classify(samples.shared(), i * samples.size());
      session.scores(scores);
      for (int c = 0; c < scores.length; c++) {
        logits[c] = (double) model.outputScale() * scores[c];
      }
      wrong[i] = found != samples.label(i);
      losses[i] = Logits.loss(logits, samples.label(i));
    }
  }
}
