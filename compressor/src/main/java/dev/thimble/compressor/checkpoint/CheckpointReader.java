/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.checkpoint;

import dev.thimble.compressor.dl4j.OptimizerState;
import dev.thimble.compressor.io.Fingerprint;
import dev.thimble.compressor.network.FloatVector;
import dev.thimble.compressor.network.Network;
import dev.thimble.compressor.pipeline.CompressionProgress;
import dev.thimble.compressor.pipeline.FinishedStage;
import dev.thimble.compressor.pipeline.Stage;
import dev.thimble.compressor.retrain.ProjectionState;
import dev.thimble.compressor.retrain.TrainingState;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.zip.CRC32;

/**
 * Reads what {@link CheckpointWriter} wrote. The checksum comes first, by which damage shows before
 * anything is believed; every count is compared with what the network allows before memory is taken
 * for it.
 */
final class CheckpointReader {
  private static final int BUFFER_BYTES = 1 << 16;

  /** Values of a codebook; the only numbers that a projection has many of. */
  private static final int MAX_REALS_A_LAYER = 255;

  private final DataInputStream in;
  private final Network network;

  private CheckpointReader(DataInputStream in, Network network) {
    this.in = in;
    this.network = network;
  }

  /**
   * Reads a file.
   *
   * @param identity of the compression that is to go on
   * @param network that it compresses
   * @throws IOException if the file was kept by another compression, or is damaged; names the file
   */
  static CompressionProgress read(Path file, CompressionIdentity identity, Network network)
      throws IOException {
    try {
      checkHeader(file);
      checkSum(file);
      try (DataInputStream in = open(file)) {
        in.skipNBytes(CheckpointWriter.magic().length + Integer.BYTES);
        return new CheckpointReader(in, network).read(identity, Files.size(file));
      }
    } catch (EOFException e) {
      throw new IOException(file + ": expected more bytes, found the end of the file", e);
    } catch (ContentException | IllegalArgumentException e) {
      throw new IOException(file + ": " + e.getMessage(), e);
    }
  }

  private static DataInputStream open(Path file) throws IOException {
    return new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES));
  }

  private static void checkHeader(Path file) throws IOException {
    try (DataInputStream in = open(file)) {
      byte[] magic = CheckpointWriter.magic();
      if (!Arrays.equals(in.readNBytes(magic.length), magic)) {
        throw new ContentException("expected a compression's checkpoint, found something else");
      }
      int version = in.readInt();
      if (version != CheckpointWriter.VERSION) {
        throw new ContentException(
            "expected version " + CheckpointWriter.VERSION + ", found " + version);
      }
    }
  }

  private static void checkSum(Path file) throws IOException {
    CRC32 sum = new CRC32();
    byte[] buffer = new byte[BUFFER_BYTES];
    try (DataInputStream in = open(file)) {
      long left = Files.size(file) - Integer.BYTES;
      while (left > 0) {
        int count = (int) Math.min(left, buffer.length);
        in.readFully(buffer, 0, count);
        sum.update(buffer, 0, count);
        left -= count;
      }
      if (in.readInt() != (int) sum.getValue()) {
        throw new ContentException("expected its checksum, found another: the file is damaged");
      }
    }
  }

  private CompressionProgress read(CompressionIdentity identity, long size) throws IOException {
    Optional<String> difference = identity.difference(identity());
    if (difference.isPresent()) {
      throw new ContentException(difference.get());
    }
    List<FinishedStage> finished = new ArrayList<>();
    for (int left = in.readUnsignedByte(); left > 0; left--) {
      finished.add(finishedStage());
    }
    Map<Stage, TrainingState> trainings = new EnumMap<>(Stage.class);
    for (int left = in.readUnsignedByte(); left > 0; left--) {
      trainings.put(stage(), training());
    }
    in.readInt(); // the checksum
    if (in.read() >= 0) {
      throw new ContentException("expected its end, found more than that in " + size + " bytes");
    }
    return new CompressionProgress(finished, trainings);
  }

  private CompressionIdentity identity() throws IOException {
    return new CompressionIdentity(digest(), digest(), digest(), in.readLong());
  }

  private String digest() throws IOException {
    return HexFormat.of().formatHex(bytes(Fingerprint.BYTES));
  }

  private Stage stage() throws IOException {
    int number = in.readUnsignedByte();
    Stage[] stages = Stage.values();
    if (number >= stages.length) {
      throw new ContentException(
          "expected the number of one of " + stages.length + " stages, found " + number);
    }
    return stages[number];
  }

  private FinishedStage finishedStage() throws IOException {
    Stage stage = stage();
    double error = in.readDouble();
    return new FinishedStage(
        stage,
        Double.isNaN(error) ? OptionalDouble.empty() : OptionalDouble.of(error),
        Duration.ofNanos(in.readLong()));
  }

  private TrainingState training() throws IOException {
    int epochs = in.readInt();
    Duration elapsed = Duration.ofNanos(in.readLong());
    double error = in.readDouble();
    int steps = in.readInt();
    int parameters = count("parameters", network.parameters());
    FloatVector shadow = floats(parameters);
    FloatVector moments = floats(Math.multiplyExact(OptimizerState.MOMENTS, parameters));
    return new TrainingState(
        epochs, elapsed, error, new OptimizerState(steps, shadow, moments), projection());
  }

  private ProjectionState projection() throws IOException {
    int phase = in.readUnsignedByte();
    int count = count("numbers", (long) MAX_REALS_A_LAYER * network.weightedLayers().size());
    List<Double> reals = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      reals.add(in.readDouble());
    }
    return new ProjectionState(phase, reals, bytes(count("weights", network.weightCount())));
  }

  private int count(String of, long limit) throws IOException {
    int count = in.readInt();
    if (count < 0 || count > limit) {
      throw new ContentException("expected 0 to " + limit + " " + of + ", found " + count);
    }
    return count;
  }

  private FloatVector floats(int count) throws IOException {
    float[] values = new float[count];
    ByteBuffer.wrap(bytes(Math.multiplyExact(Float.BYTES, count))).asFloatBuffer().get(values);
    return FloatVector.of(values);
  }

  private byte[] bytes(int count) throws IOException {
    byte[] bytes = in.readNBytes(count);
    if (bytes.length < count) {
      throw new EOFException();
    }
    return bytes;
  }

  /** Tells what is wrong with a file without its name. */
  private static final class ContentException extends IOException {
    private static final long serialVersionUID = 1L;

    ContentException(String message) {
      super(message);
    }
  }
}
