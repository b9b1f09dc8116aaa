/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.sensitivity.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.thimble.compressor.io.StrictJson;
import dev.thimble.compressor.sensitivity.SensitivityReport;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads {@value SensitivityFiles#JSON} back, strictly: the schema's version, every key known, every
 * value of its type and within its limits, no text that could not stand in one line.
 */
public final class SensitivityJson {
  private static final int MAX_BYTES = 1 << 24;
  private static final String VERSION = "schemaVersion";
  private static final int MAX_TEXT = 4096;

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .build();

  private SensitivityJson() {}

  /**
   * Reads a report.
   *
   * @param file the report, or the directory that holds it
   * @throws IOException if it cannot be read or is no such report; names the file, the key, and
   *     what is wrong
   */
  public static SensitivityReport read(Path file) throws IOException {
    Path json = Files.isDirectory(file) ? file.resolve(SensitivityFiles.JSON) : file;
    if (!Files.isRegularFile(json)) {
      throw new IOException(json + ": expected the JSON file of a sensitivity report, found none");
    }
    try (InputStream in = Files.newInputStream(json)) {
      return report(StrictJson.read(in, "a sensitivity report", MAX_BYTES));
    } catch (StrictJson.Problem | IllegalArgumentException e) {
      throw new IOException(json + ": " + e.getMessage(), e);
    }
  }

  private static SensitivityReport report(JsonNode root) {
    JsonNode version = root.path(VERSION);
    if (!version.isInt() || version.intValue() != SensitivityReport.SCHEMA_VERSION) {
      throw new IllegalArgumentException(
          VERSION
              + ": expected "
              + SensitivityReport.SCHEMA_VERSION
              + ", found "
              + StrictJson.describe(version));
    }
    requireLines(root);
    try {
      return MAPPER.treeToValue(root, SensitivityReport.class);
    } catch (JsonMappingException e) {
      throw new IllegalArgumentException(at(e) + problem(e, root), e);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what is left is mapping a tree", e);
    }
  }

  /** Names go into terminals: they may not steer them. */
  private static void requireLines(JsonNode node) {
    node.fieldNames().forEachRemaining(SensitivityJson::requireLine);
    node.forEach(SensitivityJson::requireLines);
    if (node.isTextual()) {
      requireLine(node.textValue());
    }
  }

  private static void requireLine(String text) {
    if (text.length() > MAX_TEXT || text.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          "expected texts of one line and at most " + MAX_TEXT + " characters, found another");
    }
  }

  private static String at(JsonMappingException e) {
    StringBuilder path = new StringBuilder();
    for (Reference step : e.getPath()) {
      if (step.getFieldName() == null) {
        path.append('[').append(step.getIndex()).append(']');
      } else {
        path.append(path.length() == 0 ? "" : ".").append(step.getFieldName());
      }
    }
    return path.length() == 0 ? "" : path + ": ";
  }

  private static String problem(JsonMappingException e, JsonNode root) {
    if (e instanceof UnrecognizedPropertyException unknown) {
      return "unknown key, expected one of "
          + unknown.getKnownPropertyIds().stream()
              .map(Object::toString)
              .sorted()
              .collect(Collectors.joining(", "));
    }
    if (e instanceof ValueInstantiationException && e.getCause() != null) {
      return e.getCause().getMessage(); // a record's own check names value and limit
    }
    Class<?> type =
        e instanceof MismatchedInputException mismatch ? mismatch.getTargetType() : null;
    return "expected " + expected(type) + ", found " + StrictJson.describe(found(e, root));
  }

  private static JsonNode found(JsonMappingException e, JsonNode root) {
    JsonNode node = root;
    for (Reference step : e.getPath()) {
      node =
          step.getFieldName() == null ? node.path(step.getIndex()) : node.path(step.getFieldName());
    }
    return node;
  }

  private static String expected(Class<?> type) {
    if (type == null) {
      return "another value";
    }
    if (type.isEnum()) {
      return "one of "
          + Stream.of(type.getEnumConstants())
              .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
              .collect(Collectors.joining(", "));
    }
    if (List.class.isAssignableFrom(type)) {
      return "a list";
    }
    if (type == String.class) {
      return "a string";
    }
    if (type == boolean.class) {
      return "true or false";
    }
    if (type == double.class || type == Double.class) {
      return "a number";
    }
    return type.isPrimitive() || Number.class.isAssignableFrom(type) ? "an integer" : "an object";
  }
}
