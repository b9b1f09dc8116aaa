/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.runtime;

import static dev.thimble.runtime.Rejection.corrupt;
import static org.assertj.core.api.Assertions.assertThat;

import dev.thimble.runtime.artifact.Artifact;
import dev.thimble.runtime.artifact.ByteSink;
import dev.thimble.runtime.artifact.TestNetwork;
import dev.thimble.runtime.artifact.WeightBlock;
import org.junit.jupiter.api.Test;

/** Section s behind the tiny convolutional network. */
class SensitivitySummaryTest {

  private static byte[] file(ByteSink payload) {
    TestNetwork network = TinyModel.convolutional();
    return new Artifact()
        .section('N', network.networkSection(null, null))
        .section('W', network.weightsSection(WeightBlock.RAW))
        .section('s', payload.toByteArray())
        .end();
  }

  private static ByteSink summary() {
    return new ByteSink().varints(2, 2).string("budget").string("0.002").string("w0").string("4");
  }

  @Test
  void tellsWhatTheNetworkTolerates() throws ModelException {
    assertThat(Model.load(file(summary())).description().sensitivity())
        .hasToString("{budget=0.002, w0=4}");
  }

  @Test
  void isEmptyWithoutASummaryThatCanBeRead() throws ModelException {
    byte[] other = file(new ByteSink().varints(1, 77, 88));
    byte[] none = TinyModel.convolutional().file(WeightBlock.RAW);
    assertThat(Model.load(other).description().sensitivity()).isEmpty();
    assertThat(Model.load(none).description().sensitivity()).isEmpty();
  }

  @Test
  void isReadStrictly() {
    corrupt(file(new ByteSink().varints(2, 0)), "count: expected 1 to 32, found 0 (section s");
    corrupt(file(new ByteSink().varints(2, 1)), "key length: expected 1 byte, found 0 left");
    corrupt(file(summary().u8(0)), "the end: expected no more bytes, found 1 bytes");
    corrupt(file(new ByteSink()), "layout: expected 1 byte, found 0 left");
  }
}
