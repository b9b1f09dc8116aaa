/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.thimble.runtime.ModelException.Reason;
import dev.thimble.runtime.artifact.Artifact;
import dev.thimble.runtime.artifact.ByteSink;

/** Files that must be refused, and how. */
final class Rejection {

  private Rejection() {}

  /** Checks that loading fails for this reason, with one line that contains the text. */
  static void rejects(byte[] file, Reason reason, String text) {
    rejects(file, Limits.DEFAULT, reason, text);
  }

  static void rejects(byte[] file, Limits limits, Reason reason, String text) {
    ModelException e = catchThrowableOfType(ModelException.class, () -> Model.load(file, limits));
    assertThat(e).as("expected: %s", text).isNotNull();
    assertThat(e).hasMessageContaining(text);
    assertThat(e.reason()).isEqualTo(reason);
    assertThat(e.getMessage()).doesNotContain("\n").hasSizeLessThan(400);
  }

  static void corrupt(byte[] file, String text) {
    rejects(file, Reason.CORRUPT, text);
  }

  /** A file with this payload of section N and, unless null, this one of section W. */
  static byte[] file(ByteSink network, ByteSink weights) {
    Artifact artifact = new Artifact().section('N', network.toByteArray());
    return artifact.section('W', weights == null ? new byte[0] : weights.toByteArray()).end();
  }

  /** Begins section N: an image of this shape, zero point 7, and the layer count. */
  static ByteSink network(int channels, int height, int width, int layers) {
    return new ByteSink().varints(0, channels, height, width).f32(1).u8(7).f32(1).varint(layers);
  }
}
