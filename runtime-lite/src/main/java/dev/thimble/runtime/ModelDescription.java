/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.runtime;

import dev.thimble.runtime.internal.format.CodedWeights;
import dev.thimble.runtime.internal.format.ModelFile;
import dev.thimble.runtime.internal.network.Weights;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** What a model consists of, and where the bytes of its file went. Immutable. */
public final class ModelDescription {

  private final int fileBytes;
  private final List<Layer> layers = new ArrayList<>();
  private final List<Section> sections = new ArrayList<>();
  private final Map<String, String> provenance;
  private final boolean softmax;
  private final int checkVectorCount;
  private final Map<String, String> sensitivity;

  ModelDescription(ModelFile file) {
    fileBytes = file.bytes;
    provenance = file.provenance;
    softmax = file.network.softmax;
    checkVectorCount = file.checkVectors.count;
    sensitivity = file.sensitivity;
    for (int i = 0; i < file.network.layerCount(); i++) {
      layers.add(new Layer(file, i));
    }
    for (dev.thimble.runtime.internal.format.Section section : file.sections) {
      sections.add(new Section((char) section.tag, section.offset, section.bytes()));
    }
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
    return Collections.unmodifiableList(layers);
  }

  /**
   * Returns the sections of the file in order.
   *
   * @return unmodifiable
   */
  public List<Section> sections() {
    return Collections.unmodifiableList(sections);
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

  /**
   * Returns how much the network was found to tolerate, as its writer measured it: {@code samples},
   * {@code error}, {@code budget} (by how much the error may rise), {@code noise} and {@code flips}
   * (what stays inside the budget), and for the weighted layer number n {@code wn}: width in bits,
   * kept share, codebook and flip rate that this layer alone tolerates. Compare {@link
   * WeightFaults}.
   *
   * @return unmodifiable, in ascending order of the keys; empty if the file does not say
   */
  public Map<String, String> sensitivity() {
    return sensitivity;
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

    private final String name;
    private static final String[] CODECS = {"raw", "huffman", "range"};

    private final String kind;
    private final String inputShape;
    private final String outputShape;
    private final long operations;
    private final int totalWeights;
    private final int keptWeights;
    private final int biasCount;
    private final String codec;
    private final int codebookSize;
    private final int codedBytes;
    private final long biasBits;
    private final long gapBits;
    private final long indexBits;

    Layer(ModelFile file, int index) {
      dev.thimble.runtime.internal.network.Layer layer = file.network.layer(index);
      CodedWeights coded = file.coded(index);
      Weights weights = file.weights(index);
      name = file.network.name(index);
      kind = layer.kind;
      inputShape = layer.input.toString();
      outputShape = layer.output.toString();
      operations = layer.operations(weights);
      boolean weighted = coded != null;
      totalWeights = weighted ? weights.rows * weights.columns : 0;
      keptWeights = weighted ? weights.kept() : 0;
      biasCount = weighted ? weights.rows : 0;
      codec = weighted ? CODECS[coded.codec] : "";
      codebookSize = weighted ? coded.codebookSize : 0;
      codedBytes = weighted ? coded.bytes : 0;
      biasBits = weighted ? coded.biasBits : 0;
      gapBits = weighted ? coded.gapBits : 0;
      indexBits = weighted ? coded.indexBits : 0;
    }

    /**
     * Returns the layer's name.
     *
     * @return from the file, or kind and number such as {@code "conv1"}
     */
    public String name() {
      return name;
    }

    /**
     * Returns what the layer computes, in words.
     *
     * @return for example {@code "dense"}, {@code "conv2d"}, {@code "max pool"}, {@code "add"}
     */
    public String kind() {
      return kind;
    }

    /**
     * Returns the shape of the input.
     *
     * @return channels, height and width, for example {@code "20x12x12"}
     */
    public String inputShape() {
      return inputShape;
    }

    /**
     * Returns the shape of the output.
     *
     * @return channels, height and width
     */
    public String outputShape() {
      return outputShape;
    }

    /**
     * Returns how many weights the layer has, zeros included.
     *
     * @return without biases
     */
    public int totalWeights() {
      return totalWeights;
    }

    /**
     * Returns how many weights are not 0.
     *
     * @return 0 to {@link #totalWeights}
     */
    public int keptWeights() {
      return keptWeights;
    }

    /**
     * Returns the share of weights that are not 0.
     *
     * @return 0 to 1; 0 for a layer without weights
     */
    public double density() {
      return totalWeights == 0 ? 0 : (double) keptWeights / totalWeights;
    }

    /**
     * Returns how many biases the layer has.
     *
     * @return one an output channel
     */
    public int biasCount() {
      return biasCount;
    }

    /**
     * Returns how the weights are coded.
     *
     * @return {@code "raw"}, {@code "huffman"} or {@code "range"}; empty for a layer without
     *     weights
     */
    public String codec() {
      return codec;
    }

    /**
     * Returns how many different values the coded weights have.
     *
     * @return 0 for the raw codec
     */
    public int codebookSize() {
      return codebookSize;
    }

    /**
     * Returns the size of the layer's weights and biases in the file. In a range code layers share
     * bytes; each counts with the one where it begins.
     *
     * @return bytes; eight times this is the sum of {@link #biasBits}, {@link #gapBits}, {@link
     *     #indexBits} and {@link #tableBits}
     */
    public int codedBytes() {
      return codedBytes;
    }

    /**
     * Returns what the biases cost.
     *
     * @return bits
     */
    public long biasBits() {
      return biasBits;
    }

    /**
     * Returns what the positions of the kept weights cost.
     *
     * @return bits; 0 for the raw codec, and for the range codec, where the values have them
     */
    public long gapBits() {
      return gapBits;
    }

    /**
     * Returns what the values of the kept weights cost.
     *
     * @return bits; for the raw codec 8 a weight
     */
    public long indexBits() {
      return indexBits;
    }

    /**
     * Returns what is left: the numbers before the codes, the codebook, the code lengths, and the
     * bits up to the byte boundary.
     *
     * @return bits
     */
    public long tableBits() {
      return 8L * codedBytes - biasBits - gapBits - indexBits;
    }

    /**
     * Returns what the layer costs an image: multiply-accumulates with kept weights, or cells
     * pooled or added.
     *
     * @return operations
     */
    public long operations() {
      return operations;
    }
  }
}
