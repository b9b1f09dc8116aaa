/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.runtime;

import java.util.Collections;
import java.util.List;
import java.util.Map;

/** What a model consists of, and where the bytes of its file went. Immutable. */
public final class ModelDescription {

  private final int fileBytes;
  private final List<Layer> layers;
  private final List<Section> sections;
  private final Map<String, String> provenance;
  private final boolean softmax;
  private final int checkVectorCount;

  ModelDescription(
      int fileBytes,
      List<Layer> layers,
      List<Section> sections,
      Map<String, String> provenance,
      boolean softmax,
      int checkVectorCount) {
    this.fileBytes = fileBytes;
    this.layers = Collections.unmodifiableList(layers);
    this.sections = Collections.unmodifiableList(sections);
    this.provenance = provenance;
    this.softmax = softmax;
    this.checkVectorCount = checkVectorCount;
  }

  /**
   * Returns the size of the file.
   *
   * @return bytes
   */
  public int fileBytes() {
    return fileBytes;
  }

  /**
   * Returns the layers in order.
   *
   * @return unmodifiable, at least one
   */
  public List<Layer> layers() {
    return layers;
  }

  /**
   * Returns the sections of the file in order.
   *
   * @return unmodifiable
   */
  public List<Section> sections() {
    return sections;
  }

  /**
   * Returns how the file came to be, as its writer tells.
   *
   * @return unmodifiable, in ascending order of the keys; empty if the file does not say
   */
  public Map<String, String> provenance() {
    return provenance;
  }

  /**
   * Returns whether the network was trained with a softmax at its end, so that {@link
   * Session#probabilities} mean something.
   *
   * @return whether the scores are logits of a softmax
   */
  public boolean endsWithSoftmax() {
    return softmax;
  }

  /**
   * Returns how many images {@link Model#selfCheck} has.
   *
   * @return 0 to 16
   */
  public int checkVectorCount() {
    return checkVectorCount;
  }

  /** A section of the file. */
  public static final class Section {

    private final char tag;
    private final int offset;
    private final int bytes;

    Section(char tag, int offset, int bytes) {
      this.tag = tag;
      this.offset = offset;
      this.bytes = bytes;
    }

    /**
     * Returns the section's tag: N network, W weights, c check vectors, p provenance, s
     * sensitivity.
     *
     * @return one byte
     */
    public char tag() {
      return tag;
    }

    /**
     * Returns where the section begins.
     *
     * @return offset of its tag from the file's start, in bytes
     */
    public int offset() {
      return offset;
    }

    /**
     * Returns the size of the section with its tag, length and checksum.
     *
     * @return bytes
     */
    public int bytes() {
      return bytes;
    }
  }

  /** A layer. What concerns weights is 0, and the codec empty, for layers that have none. */
  public static final class Layer {

    private final Builder values;

    Layer(Builder values) {
      this.values = values;
    }

    /** What a layer is made from. Not changed after the layer was made. */
    static final class Builder {
      String name;
      String kind;
      String inputShape;
      String outputShape;
      String codec = "";
      int totalWeights;
      int keptWeights;
      int biases;
      int codebookSize;
      int codedBytes;
      long biasBits;
      long gapBits;
      long indexBits;
      long operations;
    }

    /**
     * Returns the layer's name.
     *
     * @return from the file, or kind and number such as {@code "conv1"}
     */
    public String name() {
      return values.name;
    }

    /**
     * Returns what the layer computes, in words.
     *
     * @return for example {@code "dense"}, {@code "conv2d"}, {@code "max pool"}, {@code "add"}
     */
    public String kind() {
      return values.kind;
    }

    /**
     * Returns the shape of the input.
     *
     * @return channels, height and width, for example {@code "20x12x12"}
     */
    public String inputShape() {
      return values.inputShape;
    }

    /**
     * Returns the shape of the output.
     *
     * @return channels, height and width
     */
    public String outputShape() {
      return values.outputShape;
    }

    /**
     * Returns how many weights the layer has, zeros included.
     *
     * @return without biases
     */
    public int totalWeights() {
      return values.totalWeights;
    }

    /**
     * Returns how many weights are not 0.
     *
     * @return 0 to {@link #totalWeights}
     */
    public int keptWeights() {
      return values.keptWeights;
    }

    /**
     * Returns the share of weights that are not 0.
     *
     * @return 0 to 1; 0 for a layer without weights
     */
    public double density() {
      return values.totalWeights == 0 ? 0 : (double) values.keptWeights / values.totalWeights;
    }

    /**
     * Returns how many biases the layer has.
     *
     * @return one an output channel
     */
    public int biasCount() {
      return values.biases;
    }

    /**
     * Returns how the weights are coded.
     *
     * @return {@code "raw"} or {@code "huffman"}; empty for a layer without weights
     */
    public String codec() {
      return values.codec;
    }

    /**
     * Returns how many different values the coded weights have.
     *
     * @return 0 for the raw codec
     */
    public int codebookSize() {
      return values.codebookSize;
    }

    /**
     * Returns the size of the layer's weights and biases in the file.
     *
     * @return bytes; eight times this is the sum of {@link #biasBits}, {@link #gapBits}, {@link
     *     #indexBits} and {@link #tableBits}
     */
    public int codedBytes() {
      return values.codedBytes;
    }

    /**
     * Returns what the biases cost.
     *
     * @return bits
     */
    public long biasBits() {
      return values.biasBits;
    }

    /**
     * Returns what the positions of the kept weights cost.
     *
     * @return bits; 0 for the raw codec
     */
    public long gapBits() {
      return values.gapBits;
    }

    /**
     * Returns what the values of the kept weights cost.
     *
     * @return bits; for the raw codec 8 a weight
     */
    public long indexBits() {
      return values.indexBits;
    }

    /**
     * Returns what is left: the numbers before the codes, the codebook, the code lengths, and the
     * bits up to the byte boundary.
     *
     * @return bits
     */
    public long tableBits() {
      return 8L * values.codedBytes - values.biasBits - values.gapBits - values.indexBits;
    }

    /**
     * Returns what the layer costs an image: multiply-accumulates with kept weights, or cells
     * pooled or added.
     *
     * @return operations
     */
    public long operations() {
      return values.operations;
    }
  }
}
