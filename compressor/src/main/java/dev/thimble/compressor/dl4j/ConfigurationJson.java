/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.dl4j;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.nd4j.shade.jackson.databind.exc.InvalidTypeIdException;

/** Reads the configuration of a sequential network. */
final class ConfigurationJson {
  /** Deeplearning4j's own configurations are less than 20 levels deep. */
  private static final int MAX_DEPTH = 64;

  private static final String NAME = "configuration.json";

  private ConfigurationJson() {}

  static MultiLayerConfiguration parse(byte[] json) throws ModelReadException {
    JsonNode root = tree(json);
    if (root.has("vertices") || root.has("networkInputs")) {
      throw new ModelReadException(NAME, "a sequential network", "a computation graph");
    }
    if (!root.path("confs").isArray() || root.path("confs").isEmpty()) {
      throw new ModelReadException(NAME, "a list of layers named confs", "none");
    }
    MultiLayerConfiguration configuration;
    try {
      configuration = MultiLayerConfiguration.fromJson(new String(json, StandardCharsets.UTF_8));
    } catch (RuntimeException e) {
      throw new ModelReadException(
          NAME, "a configuration as Deeplearning4j 1.0.0-M2.1 writes it", found(e));
    }
    return configuration;
  }

  /** Refuses what is no JSON, or so deep that a recursive reader would overflow the stack. */
  private static JsonNode tree(byte[] json) throws ModelReadException {
    JsonFactory factory =
        JsonFactory.builder()
            .streamReadConstraints(
                StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
            .build();
    JsonMapper mapper =
        JsonMapper.builder(factory).enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();
    try {
      return mapper.readTree(json);
    } catch (IOException e) {
      throw new ModelReadException(NAME + ": expected JSON, found: " + firstLine(e), e);
    }
  }

  private static String found(RuntimeException failure) {
    Throwable last = failure;
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof InvalidTypeIdException unknown) {
        return "the unknown type " + unknown.getTypeId();
      }
      last = cause;
    }
    return firstLine(last);
  }

  private static String firstLine(Throwable failure) {
    return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
  }
}
