/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.thimble.compressor.recipe.RecipeJson;
import dev.thimble.models.data.DataSource;
import dev.thimble.models.data.ImageSet;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way through the command line: train, compress, inspect, evaluate, predict. */
final class EndToEndTest {
  private static final int TRAINING_IMAGES = 1200;
  private static final int TEST_IMAGES = 300;

  @TempDir private static Path directory;
  private static final JsonMapper JSON = new JsonMapper();
  private static final CommandLineFixture LINE = new CommandLineFixture();

  private static DataFixture data;
  private static Path checkpoint;
  private static Path recipe;
  private static Path artifact;
  private static String progress;
  private static String tables;
  private static JsonNode report;

  @BeforeAll
  static void trainAndCompress() throws IOException {
    data = new DataFixture(directory).training(TRAINING_IMAGES).test(TEST_IMAGES);
    checkpoint = directory.resolve("net.zip");
    succeed(
        "train",
        "lenet-300-100",
        "-o",
        checkpoint,
        "--data",
        data.directory(),
        "--epochs",
        8,
        "--batch",
        32,
        "--no-augment");
    recipe = directory.resolve("recipe.json");
    Files.write(recipe, RecipeJson.write(TestRecipes.small()));
    artifact = directory.resolve("net.thim");
    compress(artifact);
    progress = LINE.err();
    tables = LINE.out();
    report = JSON.readTree(directory.resolve("report.json").toFile());
  }

  private static void compress(Path output) {
    succeed(
        "compress",
        checkpoint,
        "-o",
        output,
        "--data",
        data.directory(),
        "--recipe",
        recipe,
        "--report",
        directory.resolve("report.json"));
  }

  private static void succeed(Object... args) {
    int exit = LINE.run(args);
    assertThat(exit).as(LINE.err()).isZero();
  }

  @Test
  void theSameCommandGivesTheSameBytes() throws IOException {
    Path again = directory.resolve("again.thim");
    compress(again);

    assertThat(again).hasSameBinaryContentAs(artifact);
  }

  @Test
  void theCoderCanBeChosen() throws IOException {
    Path other = directory.resolve("huffman.thim");
    succeed(
        "compress",
        "lenet-300-100",
        "-o",
        other,
        "--data",
        data.directory(),
        "--recipe",
        "int8",
        "--coder",
        "huffman");
    succeed("inspect", other, "--json");
    JsonNode inspection = JSON.readTree(LINE.out());
    assertThat(inspection.get("layers").get(0).get("codec").textValue()).isEqualTo("huffman");
    assertThat(inspection.get("coders").get(0).get("huffmanBytes"))
        .isEqualTo(inspection.get("layers").get(0).get("bytes"));
  }

  @Test
  void everyStageShowsItsCost() {
    for (String stage :
        List.of("original", "prune", "retrain", "reduce", "quantize", "cluster", "code")) {
      assertThat(progress).containsPattern("(?m)^" + stage + " .* bytes .*validation error .* %");
      assertThat(tables).containsPattern("(?m)^" + stage + " .* %  .* %");
    }
    assertThat(progress)
        .startsWith("net, 266,610 weights and biases; recipe small, seed 1\n")
        .contains(": 1,000 training, 200 validation, 300 test images\n");
    assertThat(tables)
        .containsPattern("(?m)^none +1,066,440 +267,840 ")
        .containsPattern("(?m)^xz ")
        .containsPattern("(?m)^fc1 +235,200 ")
        .containsPattern("(?m)^bytes by coder +raw +huffman +range +iid entropy\\n")
        .containsPattern("net.thim: [0-9,]+ bytes .* test error .* % on 300 images");
  }

  @Test
  void stagesMakeTheNetworkSmallerAndKeepItGood() throws IOException {
    JsonNode stages = report.get("stages");
    double original = stages.get(0).get("testError").doubleValue();

    assertThat(stages.get(0).get("bytes").intValue()).isEqualTo(1_066_440);
    assertThat(original).isLessThan(0.2);
    assertThat(report.get("fileError").doubleValue()).isLessThan(original + 0.05);
    assertThat(report.get("fileBytes").longValue())
        .isEqualTo(Files.size(artifact))
        .isLessThan(stages.get(4).get("bytes").longValue())
        .isLessThan(30_000);
    int sections = 0;
    for (JsonNode section : report.get("sections")) {
      sections += section.get("bytes").intValue();
    }
    assertThat(sections).isEqualTo(report.get("fileBytes").intValue());
  }

  @Test
  void inspectTellsWhatTheReportTells() throws IOException {
    succeed("inspect", artifact, "--json");
    JsonNode inspection = JSON.readTree(LINE.out());

    assertThat(inspection.get("bytes")).isEqualTo(report.get("fileBytes"));
    assertThat(inspection.get("headerBytes")).isEqualTo(report.get("headerBytes"));
    assertThat(inspection.get("provenance").get("recipe").textValue()).isEqualTo("small");
    assertThat(inspection.get("selfCheck").textValue()).isEqualTo("2 check vectors agree");
    for (int i = 0; i < 3; i++) {
      JsonNode layer = inspection.get("layers").get(i);
      JsonNode reported = report.get("layers").get(i);
      assertThat(layer.get("kept")).isEqualTo(reported.get("kept"));
      // Layers share bytes of a range code; each counts with the one where it begins.
      assertThat(layer.get("bytes").intValue())
          .isCloseTo(reported.get("blockBytes").intValue(), within(8));
      assertThat(layer.get("codec").textValue()).isEqualTo("range");
    }
    assertThat(inspection.get("coders")).isEqualTo(report.get("coders"));

    succeed("inspect", artifact);
    assertThat(LINE.out())
        .containsPattern("(?m)^fc1 +dense +300x1x1 +235,200 ")
        .containsPattern("(?m)^weights +[0-9]+ ");
  }

  @Test
  void evaluateFindsTheReportedError() throws IOException {
    succeed("evaluate", artifact, "--data", data.directory(), "--json");
    JsonNode evaluation = JSON.readTree(LINE.out());

    assertThat(evaluation.get("error")).isEqualTo(report.get("fileError"));
    int images = 0;
    int wrong = 0;
    JsonNode confusion = evaluation.get("result").get("confusion");
    for (int is = 0; is < 10; is++) {
      for (int found = 0; found < 10; found++) {
        int count = confusion.get(is).get(found).intValue();
        images += count;
        wrong += is == found ? 0 : count;
      }
    }
    assertThat(images).isEqualTo(TEST_IMAGES);
    assertThat((double) wrong / images)
        .isCloseTo(evaluation.get("error").doubleValue(), within(1e-12));

    succeed("evaluate", artifact, "--data", data.directory());
    assertThat(LINE.out())
        .contains("of 300 images")
        .containsPattern("images per second on one thread")
        .containsPattern("(?m)^is . found +0 +1 ");
  }

  @Test
  void predictReadsDigits() throws IOException {
    ImageSet test = DataSource.directory(data.directory()).test();
    int right = 0;
    for (int i = 0; i < 20; i++) {
      Path png = directory.resolve("digit.png");
      ImageIO.write(picture(test, i, 1), "png", png.toFile());
      succeed("predict", artifact, png, "--json");
      JsonNode prediction = JSON.readTree(LINE.out()).get(0);
      right += prediction.get("label").textValue().equals("" + test.label(i)) ? 1 : 0;
    }
    assertThat(right).isGreaterThan(15);
  }

  @Test
  void predictFitsImagesOfOtherSizesOnRequest() throws IOException {
    ImageSet test = DataSource.directory(data.directory()).test();
    Path exact = directory.resolve("exact.png");
    Path large = directory.resolve("large.png");
    ImageIO.write(picture(test, 0, 1), "png", exact.toFile());
    ImageIO.write(picture(test, 0, 3), "png", large.toFile());

    succeed("predict", artifact, exact, large, "--fit");
    String[] texts = LINE.out().split("\n\n");
    assertThat(texts[0].replace(exact.toString(), ""))
        .contains("@", "probability")
        .isEqualTo(texts[1].replace(large.toString(), "").stripTrailing());

    assertThat(LINE.run("predict", artifact, exact, large)).isEqualTo(ExitCode.FAILURE);
    assertThat(LINE.out()).isEmpty();
    assertThat(LINE.err())
        .isEqualTo(
            "thimble: "
                + large
                + ": expected an image of 28x28 pixels, found 84x84 (--fit scales)\n");
  }

  private static BufferedImage picture(ImageSet images, int index, int scale) {
    byte[] pixels = images.pixels(index);
    int size = 28 * scale;
    BufferedImage picture = new BufferedImage(size, size, BufferedImage.TYPE_BYTE_GRAY);
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        picture.getRaster().setSample(x, y, 0, pixels[y / scale * 28 + x / scale] & 0xFF);
      }
    }
    return picture;
  }
}
