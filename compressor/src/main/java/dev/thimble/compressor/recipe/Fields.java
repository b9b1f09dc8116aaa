/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.recipe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.thimble.compressor.io.StrictJson;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The members of one JSON object, read strictly: each by its key and type, and none left over.
 * Every problem is a {@link RecipeException} that begins with the key's path, such as {@code
 * cluster.fineTuning.epochs}.
 */
final class Fields {
  private final JsonNode object;
  private final String path;
  private final Set<String> known = new LinkedHashSet<>();

  private Fields(JsonNode object, String path) {
    this.object = object;
    this.path = path;
  }

  /** Makes a value of the members that it asks for. */
  @FunctionalInterface
  interface Reader<T> {
    T read(Fields fields) throws RecipeException;
  }

  /** Reads a whole document. */
  static <T> T readRoot(JsonNode root, Reader<T> reader) throws RecipeException {
    return readObject(root, "", reader);
  }

  private static <T> T readObject(JsonNode node, String path, Reader<T> reader)
      throws RecipeException {
    require(node.isObject(), path, "an object", node);
    Fields fields = new Fields(node, path);
    try {
      T value = reader.read(fields);
      fields.refuseUnknown();
      return value;
    } catch (IllegalArgumentException e) {
      // A record's own check: it names value and limit.
      fields.refuseUnknown();
      throw RecipeException.at(path, e.getMessage());
    }
  }

  private void refuseUnknown() throws RecipeException {
    for (String key : (Iterable<String>) object::fieldNames) {
      if (!known.contains(key)) {
        throw RecipeException.at(
            child(key), "unknown key, expected one of " + String.join(", ", known));
      }
    }
  }

  <T> T object(String key, Reader<T> reader) throws RecipeException {
    return readObject(member(key), child(key), reader);
  }

  /** Empty if the key is absent; {@code null} is no way to say that. */
  <T> Optional<T> optionalObject(String key, Reader<T> reader) throws RecipeException {
    JsonNode node = member(key);
    return node.isMissingNode()
        ? Optional.empty()
        : Optional.of(readObject(node, child(key), reader));
  }

  double number(String key) throws RecipeException {
    return value(key, JsonNode::isNumber, "a number").doubleValue();
  }

  /** Empty if the key is absent. */
  OptionalDouble optionalNumber(String key) throws RecipeException {
    return member(key).isMissingNode() ? OptionalDouble.empty() : OptionalDouble.of(number(key));
  }

  int integer(String key) throws RecipeException {
    return integer(member(key), child(key));
  }

  boolean flag(String key) throws RecipeException {
    return value(key, JsonNode::isBoolean, "true or false").booleanValue();
  }

  String text(String key) throws RecipeException {
    return value(key, JsonNode::isTextual, "a string").textValue();
  }

  /** A constant by its name in lower case. */
  <E extends Enum<E>> E constant(String key, Class<E> type) throws RecipeException {
    Map<String, E> constants = new LinkedHashMap<>();
    for (E constant : type.getEnumConstants()) {
      constants.put(nameOf(constant), constant);
    }
    String expected = '"' + String.join("\" or \"", constants.keySet()) + '"';
    JsonNode node =
        value(key, n -> n.isTextual() && constants.containsKey(n.textValue()), expected);
    return constants.get(node.textValue());
  }

  static String nameOf(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /** A number for each layer; empty if the key is absent. */
  Map<String, Double> numbersByLayer(String key) throws RecipeException {
    return byLayer(key, (fields, layer) -> fields.number(layer));
  }

  /** An integer for each layer; empty if the key is absent. */
  Map<String, Integer> integersByLayer(String key) throws RecipeException {
    return byLayer(key, (fields, layer) -> fields.integer(layer));
  }

  private <T> Map<String, T> byLayer(String key, LayerReader<T> reader) throws RecipeException {
    return optionalObject(
            key,
            fields -> {
              Map<String, T> values = new LinkedHashMap<>();
              for (String layer : (Iterable<String>) fields.object::fieldNames) {
                values.put(layer, reader.read(fields, layer));
              }
              return values;
            })
        .orElse(Map.of());
  }

  /** Reads a layer's value. */
  private interface LayerReader<T> {
    T read(Fields fields, String layer) throws RecipeException;
  }

  private JsonNode value(String key, Predicate<JsonNode> type, String expected)
      throws RecipeException {
    JsonNode node = member(key);
    require(type.test(node), child(key), expected, node);
    return node;
  }

  private static int integer(JsonNode node, String path) throws RecipeException {
    require(node.isIntegralNumber() && node.canConvertToInt(), path, "an integer", node);
    return node.intValue();
  }

  private JsonNode member(String key) {
    known.add(key);
    JsonNode node = object.get(key);
    return node == null ? MissingNode.getInstance() : node;
  }

  private String child(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  private static void require(boolean holds, String path, String expected, JsonNode found)
      throws RecipeException {
    if (!holds) {
      throw RecipeException.at(
          path, "expected " + expected + ", found " + StrictJson.describe(found));
    }
  }
}
