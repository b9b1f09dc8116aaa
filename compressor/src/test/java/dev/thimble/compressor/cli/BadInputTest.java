/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.thimble.compressor.recipe.RecipeJson;
import dev.thimble.compressor.recipe.Recipes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cannot work ends in one line that says why, and leaves no file behind. */
final class BadInputTest {
  private static final String TRAINING_IMAGES = "train-images-idx3-ubyte";
  private static final String TRAINING_LABELS = "train-labels-idx1-ubyte";
  private static final String TEST_LABELS = "t10k-labels-idx1-ubyte";

  private final CommandLineFixture line = new CommandLineFixture();

  @TempDir private Path directory;
  private DataFixture data;
  private Path output;
  private String recipe = "int8";
  private Object model = "lenet-300-100";

  @BeforeEach
  void prepare() throws IOException {
    data = new DataFixture(directory).training(120).test(20);
    output = Files.createDirectory(directory.resolve("out")).resolve("net.thim");
  }

  @Test
  void missingData() throws IOException {
    Files.delete(data.file(TRAINING_IMAGES));

    compressFails(
        data.file(TRAINING_IMAGES) + ": expected this file (or the same with .gz), found nothing");
  }

  @Test
  void noDataDirectory() throws IOException {
    for (String name : List.of(TRAINING_IMAGES, TRAINING_LABELS, TEST_LABELS)) {
      Files.delete(data.file(name));
    }
    Files.delete(data.file("t10k-images-idx3-ubyte"));
    Files.delete(data.directory());

    compressFails(data.directory() + ": expected a directory of IDX files, found nothing");
  }

  @Test
  void truncatedData() throws IOException {
    byte[] bytes = Files.readAllBytes(data.file(TRAINING_IMAGES));
    Files.write(data.file(TRAINING_IMAGES), Arrays.copyOf(bytes, bytes.length - 1));

    compressFails(
        data.file(TRAINING_IMAGES)
            + ": expected 94080 bytes of data for dimensions [120, 28, 28], found 94079"
            + " (truncated)");
  }

  @Test
  void labelsThatDoNotMatch() throws IOException {
    data.write(TRAINING_LABELS, new byte[119], 119);

    compressFails(
        data.file(TRAINING_LABELS)
            + ": expected 120 labels, as many as images in "
            + data.file(TRAINING_IMAGES)
            + ", found 119");
  }

  @Test
  void damagedTestImagesBeforeAnyWork() throws IOException {
    data.write(TEST_LABELS, new byte[19], 19);

    compressFails(
        data.file(TEST_LABELS)
            + ": expected 20 labels, as many as images in "
            + data.file("t10k-images-idx3-ubyte")
            + ", found 19");
    assertThat(line.err()).doesNotContain("original");
  }

  @Test
  void imagesOfAnotherShape() throws IOException {
    data.write(TRAINING_IMAGES, new byte[120 * 27 * 28], 120, 27, 28);
    data.write("t10k-images-idx3-ubyte", new byte[20 * 27 * 28], 20, 27, 28);

    compressFails("lenet-300-100: images: expected 784 values as layer fc1 takes, found 1x27x28");
  }

  @Test
  void aModelThatIsNotThere() {
    model = "lenet-4";

    compressFails(
        "lenet-4: expected a Deeplearning4j zip or a name of lenet-300-100, lenet-5, found no such"
            + " file");
  }

  @Test
  void aZipThatIsNoModel() throws IOException {
    model = Files.writeString(directory.resolve("note.zip"), "hello");

    compressFails(
        model
            + ": expected a zip file with a Deeplearning4j model, found none or only a part of one");
  }

  @Test
  void aRecipeThatIsNotThere() {
    recipe = "int9";

    compressFails("no recipe or file int9, the recipes are " + String.join(", ", Recipes.names()));
  }

  @Test
  void aDensityOfZero() throws IOException {
    String text = new String(RecipeJson.write(TestRecipes.small()));
    writeRecipe(text.replace("\"density\" : 0.1", "\"density\" : 0"));

    compressFails(recipe + ": prune: the density must be above 0 and at most 1, found 0.0");
  }

  @Test
  void aDensityAboveOne() throws IOException {
    String text = new String(RecipeJson.write(TestRecipes.small()));
    writeRecipe(text.replace("\"density\" : 0.1", "\"density\" : 1.5"));

    compressFails(recipe + ": prune: the density must be above 0 and at most 1, found 1.5");
  }

  @Test
  void aLayerThatTheNetworkDoesNotHave() throws IOException {
    String text = new String(RecipeJson.write(TestRecipes.small()));
    writeRecipe(text.replace("\"ramp\"", "\"layerDensities\" : { \"conv1\" : 0.5 }, \"ramp\""));

    compressFails("a density is given for layer conv1, but the layers are [fc1, fc2, fc3]");
  }

  @Test
  void moreClustersThanDistinctWeights() throws IOException {
    writeRecipe(new String(RecipeJson.write(TestRecipes.withCodebook(255))));

    assertThat(compress()).isEqualTo(ExitCode.FAILURE);
    assertThat(line.err().lines().toList().get(line.err().lines().toList().size() - 1))
        .matches(
            "thimble: layer fc1: a codebook of 255 values was asked for, but its weights have only"
                + " [0-9]+ distinct levels");
    assertThat(output.getParent()).isEmptyDirectory();
  }

  @Test
  void trainingWithoutLabels() throws IOException {
    Files.delete(data.file(TRAINING_IMAGES));
    Files.delete(data.file(TRAINING_LABELS));
    data.calibration(30);
    recipe = "default";

    compressFails(
        data.directory()
            + ": recipe default expects labelled training images, found only calibration images"
            + " (--recipe int8 needs no more)");
  }

  @Test
  void anOutputThatCannotBeWritten() {
    output = directory.resolve("absent").resolve("net.thim");
    assertThat(compress()).isEqualTo(ExitCode.FAILURE);
    assertThat(line.err())
        .isEqualTo(
            "thimble: " + output + ": expected an existing directory " + output.getParent() + "\n");

    output = data.directory();
    assertThat(compress()).isEqualTo(ExitCode.FAILURE);
    assertThat(line.err())
        .isEqualTo("thimble: " + output + ": expected a file to write, found a directory\n");
  }

  @Test
  void anOutputThatIsTheModel() throws IOException {
    model = Files.writeString(directory.resolve("net.zip"), "hello");
    output = directory.resolve("net.zip");

    assertThat(compress()).isEqualTo(ExitCode.FAILURE);
    assertThat(line.err())
        .isEqualTo("thimble: " + output + ": expected a file to write, found the model itself\n");
    assertThat(output).hasContent("hello");
  }

  @Test
  void aReportThatCannotBeWrittenBeforeAnyWork() {
    Path report = directory.resolve("absent").resolve("report.json");

    assertThat(compress("--report", report)).isEqualTo(ExitCode.FAILURE);
    assertThat(line.err())
        .isEqualTo(
            "thimble: " + report + ": expected an existing directory " + report.getParent() + "\n");
    assertThat(output.getParent()).isEmptyDirectory();
  }

  @Test
  void anUnknownCoder() {
    assertThat(compress("--coder", "zip")).isEqualTo(ExitCode.USAGE);
    assertThat(line.err())
        .contains("'--coder'")
        .contains("expected one of raw, huffman, range, auto, found zip");
  }

  private void writeRecipe(String text) throws IOException {
    Path file = Files.writeString(directory.resolve("recipe.json"), text);
    recipe = file.toString();
  }

  @Test
  void sharpnessAwarenessOfARecipeThatTrainsNothing() {
    compressFails("--sam expects a recipe that trains, found int8, which does not", "--sam", 0.05);
  }

  private void compressFails(String message, Object... options) {
    assertThat(compress(options)).isEqualTo(ExitCode.FAILURE);
    assertThat(line.err()).isEqualTo("thimble: " + message + "\n");
    assertThat(line.out()).isEmpty();
    assertThat(output.getParent()).isEmptyDirectory();
  }

  private int compress(Object... more) {
    return line.compress(model, output, data, recipe, more);
  }
}
