/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.thimble.runtime.artifact.TestNetwork;
import dev.thimble.runtime.artifact.WeightBlock;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ModelTest {

  private static final byte[] FILE = TinyModel.completeFile(WeightBlock.HUFFMAN_ROW_GAPS);

  @Test
  void loadsTheSameFromStreamArrayAndBuffer() throws IOException {
    ByteBuffer buffer = ByteBuffer.allocateDirect(FILE.length + 5);
    buffer.position(2);
    buffer.put(FILE).flip().position(2);
    byte[] image = new byte[64];
    Arrays.fill(image, (byte) 200);
    int[] expected = new int[4];
    Model.load(FILE).newSession().scores(image, expected);
    InputStream slow =
        new ByteArrayInputStream(FILE) {
          @Override
          public synchronized int read(byte[] bytes, int offset, int length) {
            return super.read(bytes, offset, Math.min(length, 7));
          }
        };
    for (Model model : new Model[] {Model.load(slow), Model.load(buffer)}) {
      int[] scores = new int[4];
      model.newSession().scores(image, scores);
      assertThat(scores).containsExactly(expected);
    }
    assertThat(buffer.position()).isEqualTo(2);
  }

  @Test
  void tellsShapesAndScales() throws ModelException {
    Model model = Model.load(FILE);
    assertThat(model.inputChannels()).isEqualTo(1);
    assertThat(model.inputHeight()).isEqualTo(8);
    assertThat(model.inputWidth()).isEqualTo(8);
    assertThat(model.inputSize()).isEqualTo(64);
    assertThat(model.inputScale()).isEqualTo(TestNetwork.INPUT_SCALE);
    assertThat(model.inputZeroPoint()).isZero();
    assertThat(model.outputScale()).isEqualTo(TestNetwork.OUTPUT_SCALE);
    assertThat(model.classCount()).isEqualTo(4);
  }

  @Test
  void labelsClassesFromTheFileOrByNumber() throws ModelException {
    assertThat(Model.load(FILE).label(2)).isEqualTo("Käse");
    assertThat(Model.load(TinyModel.DENSE.file(WeightBlock.RAW)).label(1)).isEqualTo("1");
    assertThatThrownBy(() -> Model.load(FILE).label(4))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("class: expected 0 to 3, found 4");
  }

  @Test
  void checksItself() throws ModelException {
    SelfCheckResult result = Model.load(FILE).selfCheck();
    assertThat(result.passed()).isTrue();
    assertThat(result.vectorCount()).isEqualTo(3);
    assertThat(result).hasToString("3 check vectors agree");
  }

  @Test
  void passesTheSelfCheckWithoutVectors() throws ModelException {
    SelfCheckResult result = Model.load(TinyModel.DENSE.file(WeightBlock.RAW)).selfCheck();
    assertThat(result.passed()).isTrue();
    assertThat(result).hasToString("no check vectors in the file");
  }

  @Test
  void reportsTheFirstScoreThatDiffers() throws ModelException {
    byte[] wrong = {1, 3, 0, 20, 2}; // one all-zero image; scores 10 and 1 instead of 10 and 0
    byte[] file =
        new dev.thimble.runtime.artifact.Artifact()
            .section('N', TinyModel.DENSE.networkSection(null, null))
            .section('W', TinyModel.DENSE.weightsSection(WeightBlock.RAW))
            .section('c', wrong)
            .end();
    SelfCheckResult result = Model.load(file).selfCheck();
    assertThat(result.passed()).isFalse();
    assertThat(result).hasToString("check vector 1 of 1: score of class 1: expected 1, found 0");
  }
}
