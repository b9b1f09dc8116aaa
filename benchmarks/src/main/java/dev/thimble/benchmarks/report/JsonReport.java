/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.benchmarks.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;

/** All figures for machines. */
public final class JsonReport {
  private static final int SCHEMA = 1;

  private JsonReport() {}

  /** The report as a JSON object. */
  public static byte[] write(Circumstances circumstances, List<Measurement> measurements)
      throws IOException {
    ObjectMapper mapper = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    ObjectNode root = mapper.createObjectNode().put("schema", SCHEMA);
    root.putObject("circumstances")
        .put("processor", circumstances.processor())
        .put("cores", circumstances.cores())
        .put("system", circumstances.system())
        .put("java", circumstances.java())
        .put("date", circumstances.date().toString())
        .put("command", circumstances.command())
        .put("loadBefore", circumstances.loadBefore());
    ArrayNode array = root.putArray("measurements");
    for (Measurement measurement : measurements) {
      ObjectNode node =
          array
              .addObject()
              .put("suite", measurement.suite().name())
              .put("network", measurement.network())
              .put("subject", measurement.subject())
              .put("threads", measurement.threads())
              .put("unit", measurement.suite().unit())
              .put("median", measurement.median());
      measurement.p99().ifPresent(value -> node.put("p99", value));
    }
    return mapper.writeValueAsBytes(root);
  }
}
