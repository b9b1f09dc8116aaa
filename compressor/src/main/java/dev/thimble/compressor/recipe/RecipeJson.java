/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.recipe;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.thimble.compressor.io.StrictJson;
import dev.thimble.compressor.pipeline.Recipe;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Recipes as JSON text. The same recipe always gives the same text. */
public final class RecipeJson {
  private static final int MAX_BYTES = 1 << 20;

  private static final JsonMapper MAPPER = new JsonMapper();

  private RecipeJson() {}

  /**
   * Reads a file.
   *
   * @throws RecipeException if its content is no recipe; names the file and the key
   * @throws IOException if it cannot be read
   */
  public static Recipe read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return read(file.toString(), in);
    }
  }

  /**
   * Reads a stream to its end.
   *
   * @param name what messages call it
   * @throws RecipeException if its content is no recipe; names the stream and the key
   */
  public static Recipe read(String name, InputStream in) throws IOException {
    try {
      JsonNode root = StrictJson.read(in, "a recipe", MAX_BYTES);
      return Fields.readRoot(root, RecipeReader::recipe);
    } catch (RecipeException | StrictJson.Problem e) {
      throw new RecipeException(name + ": " + e.getMessage(), e);
    }
  }

  /** The recipe as a JSON object. */
  public static ObjectNode toTree(Recipe recipe) {
    return RecipeWriter.recipe(recipe);
  }

  /** The recipe's canonical text in UTF-8, with a line end. */
  public static byte[] write(Recipe recipe) {
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
    try {
      String text = MAPPER.writer(printer).writeValueAsString(toTree(recipe));
      return (text + "\n").getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of plain values is always writable", e);
    }
  }
}
