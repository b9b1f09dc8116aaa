/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.thimble.compressor.entropy.CodedWeights;
import dev.thimble.compressor.entropy.LayerStatistics;
import dev.thimble.compressor.quantize.IntegerNetwork;
import dev.thimble.compressor.quantize.IntegerNetworks;
import dev.thimble.compressor.quantize.IntegerWeightedLayer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A trained network as it once left the compressor, in both codes: coding it again must give the
 * same bytes. The files are never written anew.
 */
class StoredLayersTest {

  private static byte[] golden(String coder) throws IOException {
    String name = "lenet-300-100-" + coder + ".thim";
    try (InputStream in = StoredLayersTest.class.getResourceAsStream(name)) {
      return in.readAllBytes();
    }
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  @Test
  void bothCodersStillWriteTheSameBytes() throws IOException {
    byte[] huffman = golden("huffman");
    byte[] range = golden("range");
    List<IntegerWeightedLayer> layers = StoredLayers.of(huffman);
    assertThat(text(huffman)).contains(text(Coding.HUFFMAN.encode(layers).bytes()));
    assertThat(text(range)).contains(text(Coding.RANGE.encode(layers).bytes()));
    assertThat(text(range)).contains(text(Coding.AUTO.encode(layers).bytes()));
  }

  @Test
  void bothFilesHoldTheSameNetwork() throws IOException {
    List<IntegerWeightedLayer> expected = StoredLayers.of(golden("huffman"));
    List<IntegerWeightedLayer> found = StoredLayers.of(golden("range"));
    assertThat(found).hasSameSizeAs(expected);
    for (int i = 0; i < found.size(); i++) {
      assertThat(found.get(i).weights().levels()).isEqualTo(expected.get(i).weights().levels());
      assertThat(found.get(i).biases()).isEqualTo(expected.get(i).biases());
      assertThat(found.get(i).name()).isEqualTo(expected.get(i).name());
    }
  }

  @Test
  void rangeCodeIsBelowTheEntropyOfIndependentWeights() throws IOException {
    CodedWeights coded = Coding.RANGE.encode(StoredLayers.of(golden("huffman")));
    double entropyBits = 0;
    for (LayerStatistics layer : coded.layers()) {
      entropyBits += layer.maskEntropyBits() + layer.valueEntropyBits();
    }
    assertThat(coded.sizeBytes()).isLessThan((int) (0.92 * entropyBits / 8));
    int blocks = coded.layers().stream().mapToInt(LayerStatistics::blockBytes).sum();
    assertThat(coded.sizeBytes()).isBetween(blocks + 2, blocks + 5);
  }

  @Test
  void readsEveryLayerOfARandomNetwork() throws IOException {
    for (int seed = 0; seed < 20; seed++) {
      IntegerNetwork network = IntegerNetworks.odd(seed);
      ArtifactWriter writer = new ArtifactWriter(ArtifactOptions.DEFAULT);
      List<IntegerWeightedLayer> found = StoredLayers.of(writer.write(network).bytes());
      for (Coding coding : Coding.values()) {
        assertThat(coding.encode(found).bytes())
            .as("seed %d, %s", seed, coding)
            .isEqualTo(coding.encode(network.weightedLayers()).bytes());
      }
    }
  }

  @Test
  void rangeCodeRefusesNetworksThatWouldTakeLongToRead() {
    List<IntegerWeightedLayer> layers =
        CodingContract.oneLayer(1000, 700, new byte[700_000], new int[1000]).weightedLayers();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Coding.RANGE.encode(layers))
        .withMessageContaining("at most 524")
        .withMessageEndingWith("use Huffman codes");
    assertThat(Coding.AUTO.encode(layers).bytes()).isEqualTo(Coding.HUFFMAN.encode(layers).bytes());
  }
}
