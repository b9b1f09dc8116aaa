/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.thimble.compressor.artifact.Artifact;
import dev.thimble.compressor.entropy.LayerStatistics;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All figures of a compression, as the JSON report has them.
 *
 * @param model name of the network
 * @param data name of the images
 * @param seed seed of the run
 * @param recipe the recipe in its JSON form
 * @param validationImages images that decisions were measured on, 0 if there are none
 * @param testImages images that only this report looks at, 0 if there are none
 * @param file the written file
 * @param fileBytes its size
 * @param headerBytes its bytes that are neither weights nor biases
 * @param fileError error of the file through {@code runtime-lite}, in [0, 1], on the test images,
 *     or else on the validation images; null if there are neither
 * @param stages from the original network to the file
 * @param originalBaselines what general-purpose compressors make of the original weights
 * @param prunedBaselines the same after pruning and retraining; null if the recipe has neither
 * @param originalWeights weights of each layer of the original network, in order
 * @param layers what each layer's bytes were spent on
 * @param coders what each entropy coder makes of the layers
 * @param sections parts of the file
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CompressionReport(
    String model,
    String data,
    long seed,
    ObjectNode recipe,
    int validationImages,
    int testImages,
    String file,
    int fileBytes,
    int headerBytes,
    Double fileError,
    List<StageRow> stages,
    List<Baseline> originalBaselines,
    List<Baseline> prunedBaselines,
    Map<String, Integer> originalWeights,
    List<LayerStatistics> layers,
    List<CoderRow> coders,
    List<Artifact.Section> sections) {

  public CompressionReport {
    stages = List.copyOf(stages);
    originalBaselines = List.copyOf(originalBaselines);
    prunedBaselines = prunedBaselines == null ? null : List.copyOf(prunedBaselines);
    originalWeights = Collections.unmodifiableMap(new LinkedHashMap<>(originalWeights));
    layers = List.copyOf(layers);
    coders = List.copyOf(coders);
    sections = List.copyOf(sections);
  }
}
