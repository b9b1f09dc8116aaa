/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.report;

import dev.thimble.compressor.quantize.IntegerWeightedLayer;
import dev.thimble.runtime.Model;
import dev.thimble.runtime.ModelDescription;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a file holds.
 *
 * @param file its name
 * @param bytes its size
 * @param headerBytes its bytes that are neither weights nor biases
 * @param input shape of an image, channels first
 * @param labels names of the classes
 * @param provenance how the file came to be, as it says itself
 * @param sensitivity how much the network tolerates; empty if the file does not say
 * @param selfCheck what came out when the runtime inferred the images that the file has for that
 * @param layers in order
 * @param coders what each entropy coder makes of the weighted layers
 * @param sections in order
 */
public record Inspection(
    String file,
    int bytes,
    int headerBytes,
    String input,
    List<String> labels,
    Map<String, String> provenance,
    Map<String, String> sensitivity,
    String selfCheck,
    List<LayerRow> layers,
    List<CoderRow> coders,
    List<SectionRow> sections) {

  public Inspection {
    labels = List.copyOf(labels);
    layers = List.copyOf(layers);
    coders = List.copyOf(coders);
    sections = List.copyOf(sections);
  }

  /**
   * A layer; what concerns weights is 0 where there are none.
   *
   * @param weights weights in all
   * @param kept those that are not 0
   * @param values different values among the coded ones
   * @param codec how they are coded
   * @param biasBits bits of the biases
   * @param gapBits bits of the kept weights' positions
   * @param indexBits bits of their values
   * @param tableBits the remaining bits
   * @param bytes bytes of the block
   * @param operations multiply-accumulates with kept weights an image, or cells pooled
   */
  public record LayerRow(
      String name,
      String kind,
      String input,
      String output,
      int weights,
      int kept,
      int values,
      String codec,
      long biasBits,
      long gapBits,
      long indexBits,
      long tableBits,
      int bytes,
      long operations) {}

  /**
   * A section.
   *
   * @param tag the letter that marks it
   * @param offset where it begins
   * @param bytes its size with tag, length and checksum
   */
  public record SectionRow(String tag, String name, int offset, int bytes) {}

  /**
   * Describes a model that was read from {@code file}.
   *
   * @param weighted its weighted layers
   */
  public static Inspection of(String file, Model model, List<IntegerWeightedLayer> weighted) {
    ModelDescription description = model.description();
    List<LayerRow> layers = new ArrayList<>();
    for (ModelDescription.Layer layer : description.layers()) {
      layers.add(row(layer));
    }
    List<String> labels = new ArrayList<>();
    for (int i = 0; i < model.classCount(); i++) {
      labels.add(model.label(i));
    }
    return new Inspection(
        file,
        description.fileBytes(),
        headerBytes(description),
        model.inputChannels() + "x" + model.inputHeight() + "x" + model.inputWidth(),
        labels,
        new TreeMap<>(description.provenance()),
        new TreeMap<>(description.sensitivity()),
        model.selfCheck().toString(),
        layers,
        CoderRow.of(weighted),
        description.sections().stream().map(Inspection::row).toList());
  }

  /** A file's bytes that are neither weights nor biases. */
  public static int headerBytes(ModelDescription description) {
    return description.fileBytes()
        - description.layers().stream().mapToInt(ModelDescription.Layer::codedBytes).sum();
  }

  private static LayerRow row(ModelDescription.Layer layer) {
    return new LayerRow(
        layer.name(),
        layer.kind(),
        layer.inputShape(),
        layer.outputShape(),
        layer.totalWeights(),
        layer.keptWeights(),
        layer.codebookSize(),
        layer.codec(),
        layer.biasBits(),
        layer.gapBits(),
        layer.indexBits(),
        layer.totalWeights() == 0 ? 0 : layer.tableBits(),
        layer.codedBytes(),
        layer.operations());
  }

  private static SectionRow row(ModelDescription.Section section) {
    String name =
        switch (section.tag()) {
          case 'N' -> "network";
          case 'W' -> "weights";
          case 'c' -> "check vectors";
          case 'p' -> "provenance";
          case 's' -> "sensitivity";
          default -> "unknown";
        };
    return new SectionRow(String.valueOf(section.tag()), name, section.offset(), section.bytes());
  }
}
