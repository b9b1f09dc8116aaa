/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.checkpoint;

import dev.thimble.compressor.network.FloatVector;
import dev.thimble.compressor.pipeline.CompressionProgress;
import dev.thimble.compressor.pipeline.FinishedStage;
import dev.thimble.compressor.pipeline.Stage;
import dev.thimble.compressor.retrain.ProjectionState;
import dev.thimble.compressor.retrain.TrainingState;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;

/**
 * Writes the progress of a compression; {@link CheckpointReader} reads it. All numbers are
 * big-endian, counts are of 32 bits unless told otherwise:
 *
 * <ol>
 *   <li>{@value #MAGIC_TEXT} in ASCII, then the {@linkplain #VERSION version}
 *   <li>the identity: three SHA-256 digests (network, recipe, images) and the seed, 64 bits
 *   <li>number of finished stages, 8 bits; of each its number from 0, 8 bits, the validation error,
 *       a double, NaN for none, and the time in nanoseconds, 64 bits
 *   <li>number of trainings, 8 bits; of each the stage's number, 8 bits, epochs done, time in
 *       nanoseconds, 64 bits, the validation error, a double, and the state: steps done; number of
 *       parameters n, n floats and 2 n floats of moments; the projection's phase, 8 bits, the
 *       number of its doubles and these, and the number of its marks and these, 8 bits each
 *   <li>CRC-32 of all that
 * </ol>
 */
final class CheckpointWriter {

  /** Version of the format, and of what trainings do with a state: to be raised with either. */
  static final int VERSION = 2;

  static final String MAGIC_TEXT = "thimckpt";
  private static final int FLOATS_AT_ONCE = 1 << 14;

  private final DataOutputStream out;

  private CheckpointWriter(DataOutputStream out) {
    this.out = out;
  }

  /** Writes all, and does not close the stream. */
  static void write(OutputStream out, CompressionIdentity identity, CompressionProgress progress)
      throws IOException {
    CheckedOutputStream checked = new CheckedOutputStream(out, new CRC32());
    DataOutputStream data = new DataOutputStream(checked);
    CheckpointWriter writer = new CheckpointWriter(data);
    data.write(magic());
    data.writeInt(VERSION);
    writer.write(identity);
    data.writeByte(progress.finished().size());
    for (FinishedStage stage : progress.finished()) {
      writer.write(stage);
    }
    data.writeByte(progress.trainings().size());
    for (Map.Entry<Stage, TrainingState> training : progress.trainings().entrySet()) {
      data.writeByte(training.getKey().ordinal());
      writer.write(training.getValue());
    }
    data.writeInt((int) checked.getChecksum().getValue());
  }

  /** What a checkpoint begins with; a fresh array. */
  static byte[] magic() {
    return MAGIC_TEXT.getBytes(StandardCharsets.US_ASCII);
  }

  private void write(CompressionIdentity identity) throws IOException {
    for (String digest : identity.digests()) {
      out.write(HexFormat.of().parseHex(digest));
    }
    out.writeLong(identity.seed());
  }

  private void write(FinishedStage stage) throws IOException {
    out.writeByte(stage.stage().ordinal());
    out.writeDouble(stage.validationError().orElse(Double.NaN));
    out.writeLong(stage.duration().toNanos());
  }

  private void write(TrainingState training) throws IOException {
    out.writeInt(training.epochs());
    out.writeLong(training.elapsed().toNanos());
    out.writeDouble(training.validationError());
    out.writeInt(training.optimizer().steps());
    out.writeInt(training.optimizer().shadow().length());
    write(training.optimizer().shadow());
    write(training.optimizer().moments());
    write(training.projection());
  }

  private void write(FloatVector values) throws IOException {
    float[] floats = values.toArray();
    ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * FLOATS_AT_ONCE);
    for (int first = 0; first < floats.length; first += FLOATS_AT_ONCE) {
      int count = Math.min(FLOATS_AT_ONCE, floats.length - first);
      bytes.asFloatBuffer().put(floats, first, count);
      out.write(bytes.array(), 0, Float.BYTES * count);
    }
  }

  private void write(ProjectionState projection) throws IOException {
    out.writeByte(projection.phase());
    out.writeInt(projection.reals().size());
    for (double real : projection.reals()) {
      out.writeDouble(real);
    }
    byte[] marks = projection.marks();
    out.writeInt(marks.length);
    out.write(marks);
  }
}
