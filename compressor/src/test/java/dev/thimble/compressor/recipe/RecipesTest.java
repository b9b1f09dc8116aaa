/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.thimble.compressor.network.Activation;
import dev.thimble.compressor.network.DenseLayer;
import dev.thimble.compressor.network.DenseWeights;
import dev.thimble.compressor.network.FloatVector;
import dev.thimble.compressor.network.Layer;
import dev.thimble.compressor.network.Network;
import dev.thimble.compressor.network.Shape;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RecipesTest {

  @TempDir private Path directory;

  static List<String> names() {
    return Recipes.names();
  }

  @ParameterizedTest
  @MethodSource("names")
  void shipsCanonicalText(String name) throws IOException {
    try (InputStream in = Recipes.class.getResourceAsStream(name + ".json")) {
      byte[] shipped = in.readAllBytes();

      assertThat(RecipeJson.write(Recipes.find(name))).asString().isEqualTo(new String(shipped));
      assertThat(Recipes.find(name).name()).isEqualTo(name);
    }
  }

  @Test
  void onlyInt8NeedsNoTraining() throws IOException {
    for (String name : Recipes.names()) {
      assertThat(Recipes.find(name).trains()).as(name).isEqualTo(!name.equals(Recipes.INT8));
    }
  }

  @Test
  void findsFiles() throws IOException {
    Path file = directory.resolve("mine.json");
    Files.write(file, RecipeJson.write(Recipes.find(Recipes.INT8)));

    assertThat(Recipes.find(file.toString())).isEqualTo(Recipes.find(Recipes.INT8));
  }

  @Test
  void namesTheRecipesWhenThereIsNone() {
    assertThatThrownBy(() -> Recipes.find("int9"))
        .isInstanceOf(RecipeException.class)
        .hasMessage(
            "no recipe or file int9, the recipes are lenet-300-100, lenet-300-100-quick,"
                + " lenet-300-100-medium, lenet-300-100-small, lenet-300-100-tiny, lenet-5,"
                + " lenet-5-quick, lenet-5-medium, lenet-5-small, lenet-5-tiny, default, int8");
  }

  @Test
  void choosesByTheHiddenLayers() throws IOException {
    assertThat(Recipes.defaultFor(dense(784, 300, 100, 7)).name()).isEqualTo("lenet-300-100");
    assertThat(Recipes.defaultFor(dense(784, 300, 101, 7)).name()).isEqualTo("default");
    assertThat(Recipes.defaultFor(dense(784, 10)).name()).isEqualTo("default");
  }

  private static Network dense(int... sizes) {
    List<Layer> layers = new ArrayList<>();
    for (int i = 1; i < sizes.length; i++) {
      layers.add(
          new DenseLayer(
              "fc" + i,
              Shape.vector(sizes[i - 1]),
              DenseWeights.of(sizes[i], sizes[i - 1], new float[sizes[i] * sizes[i - 1]]),
              FloatVector.of(new float[sizes[i]]),
              Activation.RELU));
    }
    int classes = sizes[sizes.length - 1];
    return new Network(
        Shape.vector(sizes[0]), 1 / 255.0, 0, layers, Network.numberedLabels(classes), true);
  }
}
