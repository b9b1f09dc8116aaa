/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

/**
 * Files of format version 1 that every later runtime must load with the same scores. They are never
 * written anew: a change that breaks this test breaks the files that people have.
 */
class GoldenArtifactTest {

  private static Model golden(String name) throws IOException {
    try (InputStream in = GoldenArtifactTest.class.getResourceAsStream("/golden/" + name)) {
      return Model.load(in);
    }
  }

  private static int[] scores(Model model) {
    byte[] image = new byte[model.inputSize()];
    for (int i = 0; i < image.length; i++) {
      image[i] = (byte) (i * 37);
    }
    int[] scores = new int[model.classCount()];
    model.newSession().scores(image, scores);
    return scores;
  }

  @Test
  void loadsTheSmallConvolutionalNetwork() throws IOException {
    Model model = golden("version-1-tiny.thim");
    assertThat(model.description().fileBytes()).isEqualTo(386);
    assertThat(scores(model)).containsExactly(-6, -9, -19, -20);
    assertThat(model.label(2)).isEqualTo("Käse");
    assertThat(model.selfCheck()).hasToString("3 check vectors agree");
  }

  @Test
  void loadsTheSmallNetworkInARangeCode() throws IOException {
    Model model = golden("version-1-range.thim");
    assertThat(model.description().fileBytes()).isEqualTo(318);
    assertThat(scores(model)).containsExactly(-6, -9, -19, -20);
    assertThat(model.selfCheck()).hasToString("3 check vectors agree");
  }

  @Test
  void loadsTheNetworkWithAnAddition() throws IOException {
    Model model = golden("version-1-residual.thim");
    assertThat(model.description().fileBytes()).isEqualTo(1665);
    assertThat(scores(model)).containsExactly(499, -48, 90, 714, -17, -27);
    assertThat(model.selfCheck()).hasToString("2 check vectors agree");
  }
}
