/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.thimble.compressor.artifact.Coding;
import dev.thimble.compressor.cluster.ClusterOptions;
import dev.thimble.compressor.dl4j.Distillation;
import dev.thimble.compressor.pipeline.CodeOptions;
import dev.thimble.compressor.pipeline.Recipe;
import dev.thimble.compressor.prune.PruneOptions;
import dev.thimble.compressor.quantize.Granularity;
import dev.thimble.compressor.quantize.QuantizeOptions;
import dev.thimble.compressor.ratedistortion.RateDistortionOptions;
import dev.thimble.compressor.retrain.RetrainOptions;
import dev.thimble.models.training.SharpnessAwareness;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecipeJsonTest {

  private static final Recipe FULL =
      new Recipe(
          "full",
          Optional.of(new PruneOptions(0.04, Map.of("fc3", 0.26, "fc1", 0.03), 0.6, 0.6, 0.8)),
          Optional.of(
              new RetrainOptions(
                  40, 128, 1e-3, new Distillation(0.5, 3), true, new SharpnessAwareness(0.05))),
          Optional.of(
              new RetrainOptions(20, 128, 2e-4, Distillation.NONE, true, SharpnessAwareness.NONE)),
          Optional.of(new RateDistortionOptions(2e-6, 50_000, new Distillation(0.3, 2), true, 3)),
          new QuantizeOptions(Granularity.LAYER, 7, 500, 99.9, 0.25, 0.7),
          Optional.of(
              new ClusterOptions(
                  16,
                  Map.of("fc3", 8),
                  Optional.of(
                      new RetrainOptions(
                          15, 64, 3e-4, Distillation.NONE, false, SharpnessAwareness.NONE)),
                  0.7)),
          new CodeOptions(Coding.HUFFMAN, true, 2));

  @TempDir private Path directory;

  @Test
  void readsWhatItWrites() throws IOException {
    assertThat(parse(text(FULL))).isEqualTo(FULL);
  }

  @Test
  void writesTheSameTextForEqualRecipes() throws IOException {
    assertThat(RecipeJson.write(parse(text(FULL)))).isEqualTo(RecipeJson.write(FULL));
    assertThat(text(FULL)).endsWith("}\n").containsSubsequence("\"fc1\"", "\"fc3\"");
  }

  @Test
  void switchesAbsentStagesOff() throws IOException {
    Recipe recipe =
        parse(
            text(
                new Recipe(
                    "int8",
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    QuantizeOptions.DEFAULT,
                    Optional.empty(),
                    FULL.code())));

    assertThat(recipe.prune()).isEmpty();
    assertThat(recipe.retrain()).isEmpty();
    assertThat(recipe.cluster()).isEmpty();
  }

  @Test
  void refusesTrainingOnAGridWithoutPruning() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new Recipe(
                    "grid",
                    Optional.empty(),
                    FULL.retrain(),
                    Optional.empty(),
                    Optional.empty(),
                    FULL.quantize(),
                    Optional.empty(),
                    FULL.code()))
        .withMessage("recipe grid: trainFrom needs prune and retrain");
  }

  @Test
  void refusesToChooseLevelsOfWeightsThatWereNotTrainedOnAGrid() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new Recipe(
                    "off",
                    FULL.prune(),
                    FULL.retrain(),
                    Optional.empty(),
                    FULL.rate(),
                    QuantizeOptions.DEFAULT,
                    Optional.empty(),
                    FULL.code()))
        .withMessage("recipe off: finetune and rate need weights that are trained on their grid");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "\"density\" : 0.04 | \"densty\" : 0.04 | prune.density: expected a number, found nothing",
        "\"ramp\" : 0.6 | \"ramp\" : 0.6, \"rampe\" : 1 | prune.rampe: unknown key, expected one of"
            + " density, layerDensities, ramp, settle, regrowth",
        "\"density\" : 0.04 | \"density\" : \"high\" | prune.density: expected a number, found"
            + " \"high\"",
        "\"density\" : 0.04 | \"density\" : null | prune.density: expected a number, found null",
        "\"density\" : 0.04 | \"density\" : 0 | prune: the density must be above 0 and at most 1,"
            + " found 0.0",
        "\"density\" : 0.04 | \"density\" : 1.01 | prune: the density must be above 0 and at most"
            + " 1, found 1.01",
        "\"fc1\" : 0.03 | \"fc1\" : 0 | prune: the density of layer fc1 must be above 0 and at most"
            + " 1, found 0.0",
        "\"fc1\" : 0.03 | \"fc1\" : [] | prune.layerDensities.fc1: expected a number, found []",
        "\"epochs\" : 40 | \"epochs\" : 40.5 | retrain.epochs: expected an integer, found 40.5",
        "\"epochs\" : 40 | \"epochs\" : 4000000000 | retrain.epochs: expected an integer, found"
            + " 4000000000",
        "\"epochs\" : 20 | \"epochs\" : -1 | finetune: epochs must be 1 to 10000, found -1",
        "\"lambda\" : 2.0E-6 | \"lambda\" : 0 | rate: lambda must be above 0 and at most 1, found"
            + " 0.0",
        "\"lambda\" : 2.0E-6 | \"lambda\" : \"2\" | rate.lambda: expected a number, found \"2\"",
        "\"images\" : 50000 | \"images\" : 0 | rate: images must be 1 to 10000000, found 0",
        "\"sweeps\" : 3 | \"sweeps\" : 101 | rate: sweeps must be 1 to 100, found 101",
        "\"sweeps\" : 3 | \"sweep\" : 3 | rate.sweeps: expected an integer, found nothing",
        "\"epochs\" : 15 | \"epochs\" : 0 | cluster.fineTuning: epochs must be 1 to 10000, found 0",
        "\"share\" : 0.5 | \"share\" : 2 | retrain.distillation: distillation share must be in [0,"
            + " 1], found 2.0",
        "\"augment\" : true | \"augment\" : 1 | retrain.augment: expected true or false, found 1",
        "\"layer\" | \"row\" | quantize.granularity: expected \"channel\" or \"layer\", found"
            + " \"row\"",
        "\"weightBits\" : 7 | \"weightBits\" : 9 | quantize: weight bits must be 2 ... 8, found 9",
        "\"codebookSize\" : 16 | \"codebookSize\" : 256 | cluster: the codebook size must be 1 to"
            + " 255, found 256",
        "\"regrowth\" : 0.8 | \"regrowth\" : -1 | prune: regrowth must be in [0, 1], found -1.0",
        "\"trainFrom\" : 0.7 | \"trainFrom\" : 1.5 | quantize: trainFrom must be in [0, 1], found"
            + " 1.5",
        "\"layer\" | \"channel\" | quantize: training with quantized weights has one scale a layer,"
            + " found granularity channel",
        "\"checkVectors\" : 2 | \"checkVectors\" : 17 | code: check vectors must be 0 to 16, found"
            + " 17",
        "\"quantize\" | \"quantise\" | quantize: expected an object, found nothing",
        "\"full\" | 7 | name: expected a string, found 7",
        "\"full\" | \"a b\" | a recipe's name has 1 to 64 letters, digits, dots, dashes and"
            + " underscores, found a b",
      })
  void refusesInOneLineWithTheKey(String from, String to, String message) {
    String text = text(FULL);
    assertThat(text).contains(from);
    String broken = text.replaceFirst(Pattern.quote(from), to);

    assertThatThrownBy(() -> parse(broken))
        .isInstanceOf(RecipeException.class)
        .hasMessage("test.json: " + message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "nothing",
      value = {
        "'' | expected an object, found nothing",
        "[1] | expected an object, found [1]",
        "{ | expected JSON, found at line 1, column 2: Unexpected end-of-input",
        "{\"name\":1,\"name\":2} | expected JSON, found at line 1, column 17: Duplicate field 'name'",
        "{} {} | expected JSON, found at line 1, column 4: Trailing token",
      })
  void refusesWhatIsNotOneObject(String text, String message) {
    assertThatThrownBy(() -> parse(text == null ? "" : text))
        .isInstanceOf(RecipeException.class)
        .hasMessageStartingWith("test.json: " + message)
        .hasMessageNotContaining("\n");
  }

  @Test
  void refusesHugeFiles() {
    assertThatThrownBy(() -> parse(" ".repeat((1 << 20) + 1)))
        .isInstanceOf(RecipeException.class)
        .hasMessage("test.json: expected a recipe of at most 1048576 bytes, found more");
  }

  @Test
  void namesTheFile() throws IOException {
    Path file = Files.writeString(directory.resolve("mine.json"), "{}");

    assertThatThrownBy(() -> RecipeJson.read(file))
        .hasMessage(file + ": name: expected a string, found nothing");
  }

  private static Recipe parse(String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return RecipeJson.read("test.json", new ByteArrayInputStream(bytes));
  }

  private static String text(Recipe recipe) {
    return new String(RecipeJson.write(recipe), StandardCharsets.UTF_8);
  }
}
