/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.runtime;

import dev.thimble.runtime.internal.format.ByteReader;
import dev.thimble.runtime.internal.format.CheckVectors;
import dev.thimble.runtime.internal.format.FileBytes;
import dev.thimble.runtime.internal.format.MemoryBudget;
import dev.thimble.runtime.internal.format.ModelFile;
import dev.thimble.runtime.internal.format.ModelReader;
import dev.thimble.runtime.internal.kernel.Plan;
import dev.thimble.runtime.internal.kernel.Planner;
import dev.thimble.runtime.internal.kernel.Softmax;
import dev.thimble.runtime.internal.network.Network;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/**
 * A neural network read from a {@code *.thim} file. Immutable and safe for use by many threads;
 * each thread infers with a {@link Session} of its own.
 *
 * <pre>{@code
 * Model model = Model.load(stream);
 * Session session = model.newSession();
 * int best = session.classify(pixels); // one byte a pixel, 0 to 255
 * String label = model.label(best);
 * }</pre>
 *
 * <p>Loading checks the file completely: two checksums, every number, and that no accumulator of
 * the network can overflow. A file that passes cannot make inference fail. All arithmetic after the
 * input is done on integers, so the scores are the same on every device.
 */
public final class Model {

  private final Network network;
  private final Plan plan;
  private final Softmax softmax;
  private final CheckVectors checkVectors;
  private final ModelDescription description;

  private Model(ModelFile file, Plan plan) {
    this.network = file.network;
    this.plan = plan;
    this.softmax = new Softmax(network.outputScale);
    this.checkVectors = file.checkVectors;
    this.description = new ModelDescription(file);
  }

  /**
   * Loads a model from a stream within {@link Limits#DEFAULT}. Reads to the stream's end and does
   * not close it.
   *
   * @param in a {@code *.thim} file
   * @return the model
   * @throws ModelException if the content is no model that can be loaded
   * @throws IOException if reading fails
   */
  public static Model load(InputStream in) throws IOException {
    return load(in, Limits.DEFAULT);
  }

  /**
   * Loads a model from a stream. Reads to the stream's end, or one byte past {@link
   * Limits#fileBytes}, and does not close it.
   *
   * @param in a {@code *.thim} file
   * @param limits what the file may cost
   * @return the model
   * @throws ModelException if the content is no model that can be loaded
   * @throws IOException if reading fails
   */
  public static Model load(InputStream in, Limits limits) throws IOException {
    return load(FileBytes.of(in, limits), limits);
  }

  /**
   * Loads a model from an array within {@link Limits#DEFAULT}. The array is not kept.
   *
   * @param file all bytes of a {@code *.thim} file; not modified
   * @return the model
   * @throws ModelException if the content is no model that can be loaded
   */
  public static Model load(byte[] file) throws ModelException {
    return load(file, Limits.DEFAULT);
  }

  /**
   * Loads a model from an array. The array is not kept.
   *
   * @param file all bytes of a {@code *.thim} file; not modified
   * @param limits what the file may cost
   * @return the model
   * @throws ModelException if the content is no model that can be loaded
   */
  public static Model load(byte[] file, Limits limits) throws ModelException {
    MemoryBudget budget = new MemoryBudget(limits.memoryBytes());
    ModelFile content = ModelReader.read(file, limits, budget);
    if (limits.faults != null) {
      content = limits.faults.applyTo(content, budget);
    }
    Plan plan = Planner.plan(content, budget);
    plan.chargeWorkspace(budget);
    return new Model(content, plan);
  }

  /**
   * Loads a model from a buffer within {@link Limits#DEFAULT}.
   *
   * @param file the bytes of a {@code *.thim} file from the buffer's position to its limit, which
   *     both stay as they are
   * @return the model
   * @throws ModelException if the content is no model that can be loaded
   */
  public static Model load(ByteBuffer file) throws ModelException {
    return load(file, Limits.DEFAULT);
  }

  /**
   * Loads a model from a buffer.
   *
   * @param file the bytes of a {@code *.thim} file from the buffer's position to its limit, which
   *     both stay as they are
   * @param limits what the file may cost
   * @return the model
   * @throws ModelException if the content is no model that can be loaded
   */
  public static Model load(ByteBuffer file, Limits limits) throws ModelException {
    return load(FileBytes.of(file, limits), limits);
  }

  /**
   * Allocates all that one thread needs to infer.
   *
   * @return a session; sessions of one model share its weights
   */
  public Session newSession() {
    return new Session(network, plan, softmax);
  }

  /**
   * Returns the number of classes, which is the number of scores.
   *
   * @return at least 1
   */
  public int classCount() {
    return network.classCount();
  }

  /**
   * Returns a class's label; the class's number where the file has no labels.
   *
   * @param index the class, 0 to {@link #classCount} - 1
   * @return the label
   * @throws IllegalArgumentException if there is no such class
   */
  public String label(int index) {
    if (index < 0 || index >= classCount()) {
      throw new IllegalArgumentException(
          "class: expected 0 to " + (classCount() - 1) + ", found " + index);
    }
    return network.label(index);
  }

  /**
   * Returns the channels of an image.
   *
   * @return at least 1
   */
  public int inputChannels() {
    return network.input.channels;
  }

  /**
   * Returns the height of an image.
   *
   * @return pixels, at least 1
   */
  public int inputHeight() {
    return network.input.height;
  }

  /**
   * Returns the width of an image.
   *
   * @return pixels, at least 1
   */
  public int inputWidth() {
    return network.input.width;
  }

  /**
   * Returns the values of an image: channels x height x width, in this order, the width running
   * fastest.
   *
   * @return bytes of one image
   */
  public int inputSize() {
    return network.input.size();
  }

  /**
   * Returns the real value of one step of a pixel: {@code real = inputScale (pixel -
   * inputZeroPoint)}.
   *
   * @return the scale, above 0
   */
  public float inputScale() {
    return network.inputScale;
  }

  /**
   * Returns the pixel that stands for real 0.
   *
   * @return 0 to 255
   */
  public int inputZeroPoint() {
    return network.inputZero;
  }

  /**
   * Returns the real value of one step of a score: {@code logit = outputScale score}.
   *
   * @return the scale, above 0
   */
  public float outputScale() {
    return network.outputScale;
  }

  /**
   * Describes the model and the file that it came from.
   *
   * @return the description, made at load
   */
  public ModelDescription description() {
    return description;
  }

  /**
   * Infers the images that the file brings along for this purpose and compares the scores. On a
   * sound device and a sound build of this library all agree. Allocates a session.
   *
   * @return how many there were (none, if the file has no such images), and the first that differs
   */
  public SelfCheckResult selfCheck() {
    Session session = newSession();
    ByteReader vectors = checkVectors.reader();
    byte[] image = new byte[inputSize()];
    int[] expected = new int[classCount()];
    int[] found = new int[classCount()];
    for (int vector = 0; vector < checkVectors.count; vector++) {
      CheckVectors.next(vectors, image, expected);
      session.scores(image, found);
      for (int i = 0; i < found.length; i++) {
        if (found[i] != expected[i]) {
          return SelfCheckResult.mismatch(checkVectors.count, vector, i, expected[i], found[i]);
        }
      }
    }
    return SelfCheckResult.agreement(checkVectors.count);
  }
}
