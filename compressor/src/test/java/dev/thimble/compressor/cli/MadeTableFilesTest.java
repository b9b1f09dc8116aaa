/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.thimble.compressor.pipeline.Recipe;
import dev.thimble.compressor.report.tables.StageFigures;
import dev.thimble.compressor.report.tables.TableFile;
import dev.thimble.models.ReferenceNetwork;
import dev.thimble.models.data.DataSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of the tables by a recipe of seconds: made once, taken again, or refused. */
final class MadeTableFilesTest {
  private static final String HINT = "; delete it and it is made again";

  @TempDir private static Path shared;
  private static TableOriginal original;
  private static Path made;

  @TempDir private Path directory;
  private final ByteArrayOutputStream progress = new ByteArrayOutputStream();
  private Path file;
  private Path record;

  @BeforeAll
  static void makeOne() throws IOException, InterruptedException {
    DataFixture data = new DataFixture(shared).training(120).test(20);
    original =
        TableOriginal.of(ReferenceNetwork.LENET_300_100, DataSource.directory(data.directory()));
    made = shared.resolve("made");
    PrintStream nowhere = new PrintStream(new ByteArrayOutputStream());
    files(made, nowhere).make(runs(TestRecipes.small(), 1));
  }

  private static MadeTableFiles files(Path directory, PrintStream err) {
    return new MadeTableFiles(new Console(err, err, 0), directory, 1);
  }

  private static List<TableRun> runs(Recipe recipe, long... seeds) {
    return Arrays.stream(seeds).mapToObj(seed -> new TableRun(original, recipe, seed)).toList();
  }

  @BeforeEach
  void copy() throws IOException {
    file = Files.copy(made.resolve("small-seed1.thim"), directory.resolve("small-seed1.thim"));
    record = Files.copy(made.resolve("small-seed1.json"), directory.resolve("small-seed1.json"));
  }

  private List<TableFile> make(List<TableRun> runs) throws IOException, InterruptedException {
    return files(directory, new PrintStream(progress, true, StandardCharsets.UTF_8)).make(runs);
  }

  private void refused(String problem) {
    assertThatThrownBy(() -> make(runs(TestRecipes.small(), 1)))
        .isInstanceOf(IOException.class)
        .hasMessage(problem);
    assertThat(progress.size()).isZero();
  }

  @Test
  void takesWhatIsThereAndMakesTheRest() throws IOException, InterruptedException {
    List<TableFile> files = make(runs(TestRecipes.small(), 1, 2));

    assertThat(files).extracting(TableFile::seed).containsExactly(1L, 2L);
    assertThat(files.get(0).stages())
        .extracting(StageFigures::stage)
        .startsWith("original")
        .endsWith("code");
    assertThat(progress.toString(StandardCharsets.UTF_8))
        .startsWith("lenet-300-100, 266,610 weights and biases; recipe small, seed 2\n")
        .contains("\nfile 2 of 2\n")
        .doesNotContain("seed 1");
    assertThat(directory)
        .isDirectoryContaining("glob:**small-seed2.thim")
        .isDirectoryContaining("glob:**small-seed2.json");
  }

  @Test
  void nothingIsMadeTwice() throws IOException, InterruptedException {
    make(runs(TestRecipes.small(), 1));
    assertThat(progress.size()).isZero();
  }

  @Test
  void aRunThatWasKilledBeforeItsRecordIsMadeAgain() throws IOException, InterruptedException {
    Files.delete(record);
    make(runs(TestRecipes.small(), 1));

    assertThat(file).hasSameBinaryContentAs(made.resolve("small-seed1.thim"));
    assertThat(record).exists();
  }

  @Test
  void soIsOneOfARecipeThatIsNamedAfterItsNetwork() throws IOException, InterruptedException {
    Recipe small = TestRecipes.small();
    Recipe named =
        new Recipe(
            "lenet-300-100-small",
            small.prune(),
            small.retrain(),
            small.finetune(),
            small.rate(),
            small.quantize(),
            small.cluster(),
            small.code());
    make(runs(named, 1));
    Path left = directory.resolve("lenet-300-100-small-seed1.thim");
    byte[] bytes = Files.readAllBytes(left);
    Files.delete(directory.resolve("lenet-300-100-small-seed1.json"));
    make(runs(named, 1));

    assertThat(left).hasBinaryContent(bytes);
    assertThat(directory.resolve("lenet-300-100-small-seed1.json")).exists();
  }

  @Test
  void anInterruptLeavesWhatIsDone() {
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> make(runs(TestRecipes.small(), 1, 2)))
        .isInstanceOf(InterruptedException.class)
        .hasMessage("1 of 2 files are made; the same command goes on");
    assertThat(directory).isDirectoryNotContaining("glob:**seed2*");
  }

  @Test
  void aDamagedFile() throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);

    assertThatThrownBy(() -> make(runs(TestRecipes.small(), 2, 1)))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith(file + ": ")
        .hasMessageEndingWith(HINT);
    assertThat(progress.size()).isZero();
    assertThat(file).hasBinaryContent(bytes);
  }

  @Test
  void aFileOfAnotherRunWithoutARecord() throws IOException {
    Files.delete(record);
    Path other = Files.move(file, directory.resolve("small-seed7.thim"));

    assertThatThrownBy(() -> make(runs(TestRecipes.small(), 7)))
        .hasMessage(
            other
                + ": expected a file of network lenet-300-100, recipe small and seed 7, found"
                + " {network=lenet-300-100, recipe=small, seed=1}"
                + HINT);
    assertThat(other).exists();
  }

  @Test
  void aRecordOfAnotherSeedVersionOrData() throws IOException {
    String text = Files.readString(record);

    Files.writeString(record, text.replace("\"seed\" : 1", "\"seed\" : 2"));
    refused(file + ": expected seed 1, found 2" + HINT);

    Files.writeString(record, text.replace("\"" + Version.text() + "\"", "\"0.0.9\""));
    refused(file + ": expected Thimble " + Version.text() + ", found 0.0.9" + HINT);

    String data = original.images().name();
    Files.writeString(record, text.replace("\"" + data + "\"", "\"MNIST\""));
    refused(file + ": expected data " + data + ", found MNIST" + HINT);
  }

  @Test
  void anotherRecipeOfTheSameName() {
    assertThatThrownBy(() -> make(runs(TestRecipes.withCodebook(9), 1)))
        .hasMessage(file + ": made by another recipe of the name small" + HINT);
  }

  @Test
  void aFileThatIsNoLongerTheOneOfItsRecord() throws IOException {
    String text = Files.readString(record);
    Files.writeString(record, text.replaceFirst("\"[0-9a-f]{64}\"", "\"" + "0".repeat(64) + "\""));

    assertThatThrownBy(() -> make(runs(TestRecipes.small(), 1)))
        .hasMessageStartingWith(file + ": expected SHA-256 0000")
        .hasMessageEndingWith(HINT);
  }

  @Test
  void aRecordThatIsNone() throws IOException {
    Files.writeString(record, "{}");
    assertThatThrownBy(() -> make(runs(TestRecipes.small(), 1)))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith(record + ": expected the record of a run: ")
        .hasMessageEndingWith(HINT);

    Files.writeString(record, " ".repeat((1 << 20) + 1));
    refused(record + ": expected at most 1048576 bytes, found more" + HINT);

    Files.writeString(record, "null");
    refused(record + ": expected the record of a run, found null" + HINT);
  }
}
