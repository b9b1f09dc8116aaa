/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.runtime.internal.format;

import dev.thimble.runtime.Limits;
import dev.thimble.runtime.ModelException;
import dev.thimble.runtime.internal.network.Network;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * Reads a whole file: the frame, then section by section. What comes back has been checked
 * completely.
 */
public final class ModelReader {

  private static final long BASE_BYTES = 64 * MemoryBudget.OBJECT_BYTES;

  private ModelReader() {}

  /**
   * Reads a file.
   *
   * @param budget charged with all that is allocated
   */
  public static ModelFile read(byte[] file, Limits limits, MemoryBudget budget)
      throws ModelException {
    if (file.length > limits.fileBytes()) {
      throw Fault.limit("file bytes", limits.fileBytes(), file.length);
    }
    budget.charge(BASE_BYTES);
    List<Section> sections = FrameReader.read(file);
    Network network = NetworkSection.read(sections.get(0).reader(file), limits, budget);
    CodedWeights[] weights = WeightsSection.read(sections.get(1).reader(file), network, budget);
    checkOperations(network, weights, limits.operations());
    CheckVectors vectors = CheckVectors.NONE;
    Map<String, String> provenance = Collections.emptyMap();
    Map<String, String> sensitivity = provenance;
    for (Section section : sections) {
      if (section.tag == Format.TAG_CHECK_VECTORS) {
        int imageBytes = network.input.size();
        vectors = CheckVectors.read(section.reader(file), imageBytes, network.classCount(), budget);
      } else if (section.tag == Format.TAG_PROVENANCE || section.tag == Format.TAG_SENSITIVITY) {
        ByteReader reader = section.reader(file);
        boolean isProvenance = section.tag == Format.TAG_PROVENANCE;
        if (isProvenance || reader.varint("layout") == Format.SENSITIVITY_LAYOUT) {
          Map<String, String> entries = Provenance.read(reader, budget);
          provenance = isProvenance ? entries : provenance;
          sensitivity = isProvenance ? sensitivity : entries;
        }
      }
    }
    return new ModelFile(file.length, sections, network, weights, vectors, provenance, sensitivity);
  }

  private static void checkOperations(Network network, CodedWeights[] weights, long limit)
      throws ModelException {
    long total = 0;
    for (int i = 0; i < network.layerCount(); i++) {
      long operations = network.layer(i).operations(weights[i] == null ? null : weights[i].weights);
      if (operations > limit - total) {
        throw Fault.limit("operations an image", limit, total + operations);
      }
      total += operations;
    }
  }
}
