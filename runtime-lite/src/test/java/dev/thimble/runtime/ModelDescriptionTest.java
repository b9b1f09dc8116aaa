/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.thimble.runtime.artifact.WeightBlock;
import org.junit.jupiter.api.Test;

class ModelDescriptionTest {

  private static final byte[] FILE =
      TinyModel.completeFile(WeightBlock.HUFFMAN_ROW_GAPS, WeightBlock.RAW);

  private static ModelDescription description() {
    try {
      return Model.load(FILE).description();
    } catch (ModelException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void namesLayersFromTheFileOrByKind() throws ModelException {
    assertThat(description().layers())
        .extracting(ModelDescription.Layer::name)
        .containsExactly("first", "p", "q", "last");
    assertThat(Model.load(TinyModel.convolutional().file(WeightBlock.RAW)).description().layers())
        .extracting(ModelDescription.Layer::name)
        .containsExactly("conv1", "pool1", "fc1", "fc2");
  }

  @Test
  void describesShapesAndKinds() {
    assertThat(description().layers())
        .extracting(ModelDescription.Layer::kind)
        .containsExactly("conv2d", "max pool", "dense", "dense");
    assertThat(description().layers())
        .extracting(ModelDescription.Layer::inputShape)
        .containsExactly("1x8x8", "3x6x6", "3x3x3", "6x1x1");
    assertThat(description().layers())
        .extracting(ModelDescription.Layer::outputShape)
        .containsExactly("3x6x6", "3x3x3", "6x1x1", "4x1x1");
  }

  @Test
  void countsWeightsAndOperations() {
    ModelDescription.Layer conv = description().layers().get(0);
    assertThat(conv.totalWeights()).isEqualTo(27);
    assertThat(conv.keptWeights()).isBetween(5, 20);
    assertThat(conv.density()).isCloseTo(conv.keptWeights() / 27.0, within(1e-12));
    assertThat(conv.biasCount()).isEqualTo(3);
    assertThat(conv.operations()).isEqualTo(36L * conv.keptWeights());
    ModelDescription.Layer pool = description().layers().get(1);
    assertThat(pool.totalWeights()).isZero();
    assertThat(pool.density()).isZero();
    assertThat(pool.codec()).isEmpty();
    assertThat(pool.operations()).isEqualTo(27 * 4);
  }

  @Test
  void accountsForEveryBitOfALayer() {
    ModelDescription.Layer huffman = description().layers().get(0);
    assertThat(huffman.codec()).isEqualTo("huffman");
    assertThat(huffman.codebookSize()).isBetween(2, 17);
    assertThat(huffman.gapBits()).isGreaterThanOrEqualTo(huffman.keptWeights());
    assertThat(huffman.indexBits()).isGreaterThanOrEqualTo(huffman.keptWeights());
    assertThat(huffman.biasBits()).isGreaterThanOrEqualTo(3);
    // kept, bias shift, Rice parameter, layout, codebook size, largest gap: a byte each; 4 bits a
    // code length; at most 7 to fill up
    long known = 8L * (6 + huffman.codebookSize()) + 4L * (21 + huffman.codebookSize());
    assertThat(huffman.tableBits()).isBetween(known, known + 7);
    ModelDescription.Layer raw = description().layers().get(2);
    assertThat(raw.codec()).isEqualTo("raw");
    assertThat(raw.codebookSize()).isZero();
    assertThat(raw.indexBits()).isEqualTo(8 * 6 * 27);
    assertThat(raw.biasBits()).isEqualTo(8 * 6);
    assertThat(raw.gapBits() + raw.tableBits()).isZero();
    assertThat(raw.codedBytes()).isEqualTo(6 + 6 * 27);
  }

  @Test
  void accountsForEveryByteOfTheFile() {
    ModelDescription description = description();
    assertThat(description.fileBytes()).isEqualTo(FILE.length);
    assertThat(description.sections())
        .extracting(ModelDescription.Section::tag)
        .containsExactly('N', 'W', 'c', 'p', 's');
    int at = 5;
    for (ModelDescription.Section section : description.sections()) {
      assertThat(section.offset()).isEqualTo(at);
      at += section.bytes();
    }
    assertThat(at + 5).isEqualTo(FILE.length);
  }

  @Test
  void tellsProvenanceInOrder() {
    assertThat(description().provenance().toString()).isEqualTo("{network=tiny, seed=1}");
    assertThat(description().checkVectorCount()).isEqualTo(3);
    assertThat(description().endsWithSoftmax()).isFalse();
  }
}
