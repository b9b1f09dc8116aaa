/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.sensitivity.analysis;

import dev.thimble.compressor.dl4j.LossGradient;
import dev.thimble.compressor.network.ConvolutionLayer;
import dev.thimble.compressor.network.Network;
import dev.thimble.compressor.sensitivity.Analysis;
import dev.thimble.compressor.sensitivity.Skipped;
import dev.thimble.compressor.sensitivity.forward.Samples;
import dev.thimble.models.data.ImageSet;
import java.util.List;
import java.util.Optional;

/** The loss as a function of the weights, where the network that was trained is known. */
final class Gradients implements AutoCloseable {
  static final String NEEDS_ORIGINAL =
      "needs the network that was trained, which a .thim file does not hold; name it with --network";

  /** Training images of a gradient; convolutions cost many times more in double precision. */
  private static final int DENSE_SAMPLES = 1000;

  private static final int CONVOLUTION_SAMPLES = 160;

  private final Samples samples;
  private final Optional<LossGradient> ofNetwork;
  private final Optional<LossGradient> ofIntegers;

  private Gradients(
      Samples samples, Optional<LossGradient> ofNetwork, Optional<LossGradient> ofIntegers) {
    this.samples = samples;
    this.ofNetwork = ofNetwork;
    this.ofIntegers = ofIntegers;
  }

  /** Gradients of a subject; where there can be none, {@code skipped} learns why. */
  static Gradients of(SubjectNetwork subject, ImageSet training, List<Skipped> skipped) {
    boolean convolutions =
        subject.network().layers().stream().anyMatch(ConvolutionLayer.class::isInstance);
    Samples samples = Samples.first(training, convolutions ? CONVOLUTION_SAMPLES : DENSE_SAMPLES);
    String problem = NEEDS_ORIGINAL;
    if (subject.original()) {
      try {
        return new Gradients(
            samples,
            Optional.of(loss(subject.network(), samples)),
            Optional.of(loss(subject.stand(), samples)));
      } catch (IllegalArgumentException e) {
        problem = "no gradients: " + e.getMessage();
      }
    }
    skipped.add(new Skipped(Analysis.CURVATURE, problem));
    skipped.add(new Skipped(Analysis.SHARPNESS, problem));
    skipped.add(new Skipped(Analysis.BIT_SEARCH, problem));
    return new Gradients(samples, Optional.empty(), Optional.empty());
  }

  private static LossGradient loss(Network network, Samples samples) {
    float[] inputs = new float[samples.count() * samples.size()];
    int[] labels = new int[samples.count()];
    for (int image = 0, i = 0; image < labels.length; image++) {
      labels[image] = samples.label(image);
      for (int feature = 0; feature < samples.size(); feature++) {
        inputs[i++] = network.real(samples.pixel(image, feature));
      }
    }
    return new LossGradient(network, inputs, labels);
  }

  /** The images of the loss. */
  Samples samples() {
    return samples;
  }

  /** Of the network that was trained. */
  Optional<LossGradient> ofNetwork() {
    return ofNetwork;
  }

  /** Of the real numbers that the integers stand for. */
  Optional<LossGradient> ofIntegers() {
    return ofIntegers;
  }

  /** Tells how long the analyses will take that need gradients. */
  void estimate(WorkEstimate estimate) throws InterruptedException {
    if (ofNetwork.isPresent()) {
      estimate.gradients(ofNetwork.get());
    }
  }

  @Override
  public void close() {
    ofNetwork.ifPresent(LossGradient::close);
    ofIntegers.ifPresent(LossGradient::close);
  }
}
