/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.models;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * Where a checkpoint comes from.
 *
 * @param model name of the network
 * @param command the command that made it
 * @param data name of the data set
 * @param seed seed of split, first weights, order and distortions
 * @param epochs epochs trained
 * @param bestEpoch the epoch whose weights were kept, counted from 1
 * @param batchSize images in a step
 * @param learningRate initial rate of Adam
 * @param augmentation whether training images were distorted
 * @param samRadius radius of sharpness-aware minimisation, null without it
 * @param parameters number of weights and biases
 * @param validationImages images that chose the epoch
 * @param validationError error on them, 0 … 1
 * @param testImages images that had no say, 0 if the data has none
 * @param testError error on them, 0 … 1, null without test images
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({
  "model",
  "command",
  "data",
  "seed",
  "epochs",
  "bestEpoch",
  "batchSize",
  "learningRate",
  "augmentation",
  "samRadius",
  "parameters",
  "validationImages",
  "validationError",
  "testImages",
  "testError"
})
public record Provenance(
    String model,
    String command,
    String data,
    long seed,
    int epochs,
    int bestEpoch,
    int batchSize,
    double learningRate,
    boolean augmentation,
    Double samRadius,
    long parameters,
    int validationImages,
    double validationError,
    int testImages,
    Double testError) {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /** Pretty JSON in UTF-8, with a line end. */
  public byte[] toJson() {
    try {
      return (JSON.writeValueAsString(this) + "\n").getBytes(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException("a record of plain values is always writable", e);
    }
  }

  /** Reads what {@link #toJson} wrote. */
  public static Provenance fromJson(InputStream in) throws IOException {
    return JSON.readValue(in, Provenance.class);
  }
}
