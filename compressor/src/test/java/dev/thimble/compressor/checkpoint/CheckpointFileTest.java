/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.thimble.compressor.artifact.Coding;
import dev.thimble.compressor.dl4j.OptimizerState;
import dev.thimble.compressor.network.FloatVector;
import dev.thimble.compressor.network.Network;
import dev.thimble.compressor.network.TinyNetworks;
import dev.thimble.compressor.pipeline.CodeOptions;
import dev.thimble.compressor.pipeline.CompressionData;
import dev.thimble.compressor.pipeline.CompressionProgress;
import dev.thimble.compressor.pipeline.FinishedStage;
import dev.thimble.compressor.pipeline.Recipe;
import dev.thimble.compressor.pipeline.Stage;
import dev.thimble.compressor.prune.PruneOptions;
import dev.thimble.compressor.quantize.QuantizeOptions;
import dev.thimble.compressor.retrain.ProjectionState;
import dev.thimble.compressor.retrain.ToyData;
import dev.thimble.compressor.retrain.TrainingState;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.zip.CRC32;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointFileTest {
  private static final String DIGEST = "0123456789abcdef".repeat(4);
  private static final CompressionIdentity IDENTITY =
      new CompressionIdentity(DIGEST, DIGEST, DIGEST, 7);
  private static final int HEADER = 8 + 4;

  /** Where the stages begin: behind the identity. */
  private static final int CONTENT = HEADER + 3 * 32 + 8;

  /** 3 · 2 weights and 2 biases. */
  private final Network network = TinyNetworks.dense(new int[] {3, 2}, 1);

  @TempDir private Path directory;
  private Path file;

  @BeforeEach
  void name() {
    file = CheckpointFile.beside(directory.resolve("net.thim"));
  }

  @Test
  void givesBackWhatItKept() throws Exception {
    CheckpointFile checkpoint = CheckpointFile.open(file, IDENTITY, network, false);
    assertThat(checkpoint.start()).isEqualTo(CompressionProgress.NONE);
    assertThat(checkpoint.isKept()).isFalse();
    checkpoint.keep(new CompressionProgress(List.of(), Map.of(Stage.RETRAIN, training(8, 1))));
    checkpoint.keep(progress());
    assertThat(checkpoint.isKept()).isTrue();
    assertThat(CheckpointFile.open(file, IDENTITY, network, true).start()).isEqualTo(progress());
    assertThat(CheckpointFile.openIfKept(file, IDENTITY, network).start()).isEqualTo(progress());
    assertThat(directory).isDirectoryContaining("glob:**/net.thim.checkpoint");
    checkpoint.delete();
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void keepsLargeNetworks() throws Exception {
    Network large = TinyNetworks.dense(new int[] {16, 3000, 4}, 1);
    int parameters = (int) large.parameters();
    CompressionProgress progress =
        new CompressionProgress(List.of(), Map.of(Stage.RETRAIN, training(parameters, 1)));
    CheckpointFile.open(file, IDENTITY, large, false).keep(progress);
    assertThat(CheckpointFile.open(file, IDENTITY, large, true).start()).isEqualTo(progress);
  }

  @Test
  void refusesToResumeNothingAndToOverwriteSomething() throws Exception {
    assertThatThrownBy(() -> CheckpointFile.open(file, IDENTITY, network, true))
        .isInstanceOf(IOException.class)
        .hasMessage(file + ": expected a compression to resume, found none");
    write(bytes());
    assertThatThrownBy(() -> CheckpointFile.open(file, IDENTITY, network, false))
        .isInstanceOf(IOException.class)
        .hasMessage(file + ": holds an unfinished compression: go on with --resume, or delete it");
    assertThat(file).hasBinaryContent(bytes());
  }

  @Test
  void tellsInWhatAnotherCompressionDiffers() throws Exception {
    write(bytes());
    String other = "f".repeat(64);
    refuses(
        new CompressionIdentity(other, DIGEST, DIGEST, 7),
        "expected a compression of the same network, found one of another");
    refuses(
        new CompressionIdentity(DIGEST, other, DIGEST, 7),
        "expected a compression with the same recipe, found one with another");
    refuses(
        new CompressionIdentity(DIGEST, DIGEST, other, 7),
        "expected a compression with the same images, found one with others");
    refuses(
        new CompressionIdentity(DIGEST, DIGEST, DIGEST, -8),
        "expected a compression with seed -8, found one with seed 7");
  }

  @Test
  void refusesOtherFilesAndVersions() throws Exception {
    write(new byte[0]);
    refuses(IDENTITY, "expected a compression's checkpoint, found something else");
    write("PK, a zip of another kind".getBytes());
    refuses(IDENTITY, "expected a compression's checkpoint, found something else");
    byte[] next = bytes();
    next[11]++;
    write(withSum(next));
    refuses(IDENTITY, "expected version 2, found 3");
    Files.delete(file);
    Files.createDirectory(file);
    assertThatThrownBy(() -> CheckpointFile.open(file, IDENTITY, network, true))
        .isInstanceOf(IOException.class)
        .hasMessage(file + ": expected a file to write, found a directory");
  }

  @Test
  void refusesEveryFlippedByte() throws Exception {
    byte[] bytes = bytes();
    for (int i = 0; i < bytes.length; i++) {
      for (int flip : new int[] {1, 0x80, 0xFF}) {
        byte[] damaged = bytes.clone();
        damaged[i] ^= (byte) flip;
        write(damaged);
        refuses(
            IDENTITY,
            i < 8
                ? "expected a compression's checkpoint, found something else"
                : i < HEADER
                    ? "expected version 2, found " + ByteBuffer.wrap(damaged).getInt(8)
                    : "expected its checksum, found another: the file is damaged");
      }
    }
  }

  @Test
  void refusesEveryCutAndWhatFollowsTheEnd() throws Exception {
    byte[] bytes = bytes();
    for (int length = 0; length < bytes.length; length++) {
      write(Arrays.copyOf(bytes, length));
      refusesInOneLine();
      if (length > HEADER + Integer.BYTES) {
        write(withSum(Arrays.copyOf(bytes, length)));
        refusesInOneLine();
      }
    }
    write(Arrays.copyOf(bytes, bytes.length + 1000));
    refuses(IDENTITY, "expected its checksum, found another: the file is damaged");
    write(withSum(Arrays.copyOf(bytes, bytes.length + 1000)));
    refuses(
        IDENTITY, "expected its end, found more than that in " + (bytes.length + 1000) + " bytes");
  }

  /** Whoever makes the checksum right as well gets one line too, and no memory for a count. */
  @Test
  void refusesForgedContentWithoutTakingMemoryForIt() throws Exception {
    byte[] bytes = bytes();
    for (int i = CONTENT; i < bytes.length - Integer.BYTES; i++) {
      byte[] forged = bytes.clone();
      forged[i] = 0x7F;
      write(withSum(forged));
      try {
        CheckpointFile.open(file, IDENTITY, network, true);
      } catch (IOException e) {
        assertThat(e).hasMessageStartingWith(file + ": ").message().hasLineCount(1);
      }
    }
    int training = CONTENT + 1 + 2 * (1 + 8 + 8) + 1;
    int parameters = training + 1 + 4 + 8 + 8 + 4;
    byte[] many = bytes.clone();
    ByteBuffer.wrap(many).putInt(parameters, Integer.MAX_VALUE);
    write(withSum(many));
    refuses(IDENTITY, "expected 0 to 8 parameters, found 2147483647");
    ByteBuffer.wrap(many).putInt(parameters, -1);
    write(withSum(many));
    refuses(IDENTITY, "expected 0 to 8 parameters, found -1");
    int numbers = parameters + 4 + 3 * 8 * Float.BYTES + 1;
    many = bytes.clone();
    ByteBuffer.wrap(many).putInt(numbers, 256);
    write(withSum(many));
    refuses(IDENTITY, "expected 0 to 255 numbers, found 256");
    int marks = numbers + 4 + Double.BYTES;
    many = bytes.clone();
    ByteBuffer.wrap(many).putInt(marks, 1 << 30);
    write(withSum(many));
    refuses(IDENTITY, "expected 0 to 6 weights, found 1073741824");
  }

  @Test
  void anInterruptLeavesTheLastCheckpoint() throws Exception {
    CheckpointFile checkpoint = CheckpointFile.open(file, IDENTITY, network, false);
    checkpoint.keep(progress());
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> checkpoint.keep(CompressionProgress.NONE))
        .isInstanceOf(InterruptedException.class);
    assertThat(CheckpointFile.open(file, IDENTITY, network, true).start()).isEqualTo(progress());
  }

  @Test
  void tellsWhenTheFileCannotBeWritten() throws Exception {
    CheckpointFile checkpoint = CheckpointFile.open(file, IDENTITY, network, false);
    Files.delete(directory);
    assertThatThrownBy(() -> checkpoint.keep(progress()))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("net.thim.checkpoint");
    Files.createDirectory(directory);
  }

  @Test
  void theIdentityChangesWithEverythingThatDecides() {
    CompressionData data = CompressionData.of(ToyData.make(1));
    Network toy = TinyNetworks.dense(new int[] {ToyData.PIXELS, 4, ToyData.CLASSES}, 1);
    Network trained = TinyNetworks.dense(new int[] {ToyData.PIXELS, 4, ToyData.CLASSES}, 2);
    CompressionIdentity identity = CompressionIdentity.of("toy", toy, recipe(0.5), data, 1);
    assertThat(CompressionIdentity.of("toy", toy, recipe(0.5), data, 1)).isEqualTo(identity);
    assertThat(
            List.of(
                CompressionIdentity.of("other", toy, recipe(0.5), data, 1).network(),
                CompressionIdentity.of("toy", trained, recipe(0.5), data, 1).network(),
                CompressionIdentity.of("toy", toy, trained, recipe(0.5), data, 1).network()))
        .doesNotHaveDuplicates()
        .doesNotContain(identity.network());
    assertThat(CompressionIdentity.of("toy", toy, recipe(0.4), data, 1).recipe())
        .isNotEqualTo(identity.recipe());
    assertThat(
            CompressionIdentity.of("toy", toy, recipe(0.5), CompressionData.of(ToyData.make(2)), 1)
                .images())
        .isNotEqualTo(identity.images());
    assertThat(CompressionIdentity.of("toy", toy, recipe(0.5), data, 2)).isNotEqualTo(identity);
  }

  private static Recipe recipe(double density) {
    return new Recipe(
        "toy",
        Optional.of(new PruneOptions(density, Map.of(), 0, 0, 0.8)),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        QuantizeOptions.DEFAULT,
        Optional.empty(),
        new CodeOptions(Coding.RAW, false, 0));
  }

  private static CompressionProgress progress() {
    return new CompressionProgress(
        List.of(
            new FinishedStage(Stage.ORIGINAL, OptionalDouble.of(0.25), Duration.ofNanos(5)),
            new FinishedStage(Stage.PRUNE, OptionalDouble.empty(), Duration.ofHours(3))),
        Map.of(Stage.RETRAIN, training(8, 2), Stage.CLUSTER, training(5, 1)));
  }

  private static TrainingState training(int parameters, int epochs) {
    float[] shadow = new float[parameters];
    float[] moments = new float[2 * parameters];
    for (int i = 0; i < moments.length; i++) {
      moments[i] = 1f / (i + 1);
      shadow[i / 2] = -i;
    }
    byte[] marks = new byte[parameters / 2];
    Arrays.fill(marks, (byte) 0x81);
    return new TrainingState(
        epochs,
        Duration.ofNanos(123),
        0.125,
        new OptimizerState(9 * epochs, FloatVector.of(shadow), FloatVector.of(moments)),
        new ProjectionState(5, List.of(0.1), marks));
  }

  private static byte[] bytes() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    CheckpointWriter.write(out, IDENTITY, progress());
    return out.toByteArray();
  }

  /** The bytes with a checksum in their last four that is right. */
  private static byte[] withSum(byte[] bytes) {
    CRC32 sum = new CRC32();
    sum.update(bytes, 0, bytes.length - Integer.BYTES);
    ByteBuffer.wrap(bytes).putInt(bytes.length - Integer.BYTES, (int) sum.getValue());
    return bytes;
  }

  private void write(byte[] bytes) throws IOException {
    Files.write(file, bytes);
  }

  private void refuses(CompressionIdentity identity, String message) {
    assertThatThrownBy(() -> CheckpointFile.open(file, identity, network, true))
        .isInstanceOf(IOException.class)
        .hasMessage(file + ": " + message);
  }

  private void refusesInOneLine() {
    assertThatThrownBy(() -> CheckpointFile.open(file, IDENTITY, network, true))
        .isInstanceOf(IOException.class)
        .message()
        .startsWith(file + ": expected ")
        .hasLineCount(1);
  }
}
