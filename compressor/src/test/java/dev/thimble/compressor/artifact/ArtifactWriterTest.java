/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.thimble.compressor.entropy.LayerStatistics;
import dev.thimble.compressor.network.Network;
import dev.thimble.compressor.network.RandomNetworks;
import dev.thimble.compressor.quantize.Granularity;
import dev.thimble.compressor.quantize.IntegerNetwork;
import dev.thimble.compressor.quantize.IntegerNetworks;
import dev.thimble.compressor.quantize.QuantizeOptions;
import dev.thimble.runtime.Model;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ArtifactWriterTest {
  private static final QuantizeOptions LAYER =
      QuantizeOptions.DEFAULT.withGranularity(Granularity.LAYER).withWeightBits(4);
  private static final ArtifactWriter WRITER = new ArtifactWriter(ArtifactOptions.DEFAULT);
  private static final ArtifactWriter HUFFMAN =
      new ArtifactWriter(ArtifactOptions.DEFAULT.withCoding(Coding.HUFFMAN));

  @Test
  void keepsTheHeaderOfTheReferenceNetworksSmall() {
    IntegerNetwork lenet300 = IntegerNetworks.of(RandomNetworks.lenet300(1, 0.02), LAYER);
    IntegerNetwork lenet5 = IntegerNetworks.of(RandomNetworks.lenet5(1, 0.02), LAYER);
    assertThat(WRITER.write(lenet300).headerBytes()).isLessThanOrEqualTo(80);
    assertThat(WRITER.write(lenet5).headerBytes()).isLessThanOrEqualTo(120);
  }

  @Test
  void huffmanComesCloseToTheEntropy() {
    IntegerNetwork network = IntegerNetworks.of(RandomNetworks.lenet300(1, 0.05), LAYER);
    LayerStatistics first = HUFFMAN.write(network).layers().get(0);
    assertThat(first.valueBits())
        .isBetween(first.valueEntropyBits(), 1.06 * first.valueEntropyBits());
    assertThat(first.positionBits())
        .isBetween(0.99 * first.maskEntropyBits(), 1.05 * first.maskEntropyBits());
    assertThat(first.positionBitsAfter()).isLessThan(first.positionBitsBefore());
    assertThat(first.valueBitsAfter()).isLessThan(first.valueBitsBefore());
  }

  @Test
  void codesAnUnprunedLayerWithoutPositions() {
    IntegerNetwork network =
        IntegerNetworks.of(RandomNetworks.lenet300(1, 1), LAYER.withWeightBits(8));
    LayerStatistics first = HUFFMAN.write(network).layers().get(0);
    assertThat(first.positionBits()).isZero();
    assertThat(first.kept()).isEqualTo(235_200);
    assertThat(first.valueBitsAfter()).isLessThan(7.5);
  }

  @Test
  void leavesOutWhatIsDefault() throws Exception {
    Network plain = RandomNetworks.lenet300(1, 0.02);
    Network labelled = withLabels(plain, "zero");
    byte[] without = WRITER.write(IntegerNetworks.of(plain, LAYER)).bytes();
    byte[] with = WRITER.write(IntegerNetworks.of(labelled, LAYER)).bytes();
    assertThat(with.length).isEqualTo(without.length + 10 * 2 + 3);
    assertThat(Model.load(without).label(0)).isEqualTo("0");
    assertThat(Model.load(with).label(0)).isEqualTo("zero");
  }

  @Test
  void writesLayerNamesThatAreNotDefault() throws Exception {
    IntegerNetwork network = IntegerNetworks.odd(7);
    List<String> names = network.layers().stream().map(layer -> layer.name()).toList();
    Model model = Model.load(WRITER.write(network).bytes());
    assertThat(model.description().layers()).extracting(layer -> layer.name()).isEqualTo(names);
  }

  @Test
  void writesCheckVectorsThatTheRuntimePasses() throws Exception {
    Network network = RandomNetworks.lenet300(1, 0.02);
    IntegerNetwork integers = IntegerNetworks.of(network, LAYER);
    byte[] images = RandomNetworks.images(network, 3, 5);
    Arrays.fill(images, 0, 784, (byte) 0);
    Arrays.fill(images, 784, 1568, (byte) 9);
    Model model = Model.load(WRITER.write(integers, images).bytes());
    assertThat(model.description().checkVectorCount()).isEqualTo(3);
    assertThat(model.selfCheck().passed()).isTrue();
  }

  @Test
  void writesProvenanceInTheOrderOfItsKeys() throws Exception {
    ArtifactOptions options =
        ArtifactOptions.DEFAULT.withProvenance(Map.of("seed", "1", "network", "lenet-300-100"));
    IntegerNetwork network = IntegerNetworks.odd(2);
    Model model = Model.load(new ArtifactWriter(options).write(network).bytes());
    assertThat(model.description().provenance())
        .containsExactly(Map.entry("network", "lenet-300-100"), Map.entry("seed", "1"));
  }

  @Test
  void refusesCheckImagesOfAnotherSize() {
    IntegerNetwork network = IntegerNetworks.of(RandomNetworks.lenet300(1, 0.02), LAYER);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WRITER.write(network, new byte[785]))
        .withMessage("expected at most 16 check images of 784 pixels, found 785 pixels");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WRITER.write(network, new byte[17 * 784]))
        .withMessageContaining("at most 16");
  }

  @Test
  void refusesALabelThatTheFormatCannotHold() {
    IntegerNetwork network =
        IntegerNetworks.of(withLabels(RandomNetworks.lenet300(1, 0.02), ""), LAYER);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WRITER.write(network))
        .withMessage(
            "label must be 1 to 255 bytes of text without control characters, found 0 bytes");
  }

  @Test
  void refusesAProvenanceKeyOutsideAscii() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ArtifactOptions.DEFAULT.withProvenance(Map.of("schlüssel", "x")))
        .withMessage("a provenance key must be printable ASCII, found \"schlüssel\"");
  }

  private static Network withLabels(Network network, String first) {
    List<String> labels =
        IntStream.range(0, 10).mapToObj(i -> i == 0 ? first : Integer.toString(i)).toList();
    return new Network(
        network.input(),
        network.inputScale(),
        network.inputZeroPoint(),
        network.layers(),
        labels,
        network.softmax());
  }
}
