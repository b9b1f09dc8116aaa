/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.models.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.thimble.models.ReferenceNetwork;
import dev.thimble.models.data.ImageShape;
import java.util.Arrays;
import org.deeplearning4j.nn.layers.convolution.ConvolutionLayer;
import org.deeplearning4j.nn.layers.mkldnn.MKLDNNConvHelper;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;

final class LeNetTest {
  private static final ImageShape MNIST = new ImageShape(1, 28, 28);

  @Test
  void lenet300HasThePublishedSize() {
    MultiLayerNetwork network = network(ReferenceNetwork.LENET_300_100, MNIST, 1);
    assertThat(network.numParams()).isEqualTo(266_610);
    assertThat(names(network)).containsExactly("fc1", "fc2", "fc3");
  }

  @Test
  void lenet5HasThePublishedSize() {
    MultiLayerNetwork network = network(ReferenceNetwork.LENET_5, MNIST, 1);
    assertThat(network.numParams()).isEqualTo(431_080);
    assertThat(names(network)).containsExactly("conv1", "pool1", "conv2", "pool2", "fc1", "fc2");
  }

  @Test
  void convolutionsRunOnOneDnn() {
    MultiLayerNetwork network = network(ReferenceNetwork.LENET_5, MNIST, 1);
    network.output(Nd4j.zeros(2, 784));
    assertThat(((ConvolutionLayer) network.getLayer("conv2")).getHelper())
        .isInstanceOf(MKLDNNConvHelper.class);
  }

  @Test
  void otherShapesAndClassesFit() {
    ImageShape colour = new ImageShape(3, 17, 20);
    for (ReferenceNetwork kind : ReferenceNetwork.values()) {
      MultiLayerNetwork network = network(kind, colour, 1);
      assertThat(network.output(Nd4j.zeros(2, colour.size())).shape()).containsExactly(2, 10);
    }
  }

  @Test
  void seedDecidesTheFirstWeights() {
    MultiLayerNetwork network = network(ReferenceNetwork.LENET_300_100, MNIST, 1);
    assertThat(network(ReferenceNetwork.LENET_300_100, MNIST, 1).params())
        .isEqualTo(network.params());
    assertThat(network(ReferenceNetwork.LENET_300_100, MNIST, 2).params())
        .isNotEqualTo(network.params());
  }

  @Test
  void lenet5RefusesImagesThatPoolingWouldUseUp() {
    assertThatThrownBy(() -> network(ReferenceNetwork.LENET_5, new ImageShape(1, 15, 28), 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("lenet-5 needs images of at least 16x16, got 1x15x28");
  }

  private static MultiLayerNetwork network(ReferenceNetwork kind, ImageShape shape, long seed) {
    MultiLayerNetwork network =
        new MultiLayerNetwork(LeNet.configuration(kind, shape, 10, seed, new Adam(1e-3)));
    network.init();
    return network;
  }

  private static String[] names(MultiLayerNetwork network) {
    return Arrays.stream(network.getLayers())
        .map(layer -> layer.conf().getLayer().getLayerName())
        .toArray(String[]::new);
  }
}
