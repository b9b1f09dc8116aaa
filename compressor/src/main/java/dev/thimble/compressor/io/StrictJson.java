/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.io;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;

/** JSON text from outside: of a limited size, no key twice in an object, and nothing behind it. */
public final class StrictJson {
  private static final int MAX_FOUND_LENGTH = 60;

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private StrictJson() {}

  /** A text that is not as expected; the one-line message says what was found, and where. */
  public static final class Problem extends IOException {
    private static final long serialVersionUID = 1L;

    private Problem(String message, Throwable cause) {
      super(message, cause);
    }
  }

  /**
   * Reads a stream to its end.
   *
   * @param what the text is to be, with an article, for messages
   * @param maxBytes more is refused
   * @throws Problem if it is too long or no JSON
   * @throws IOException if it cannot be read
   */
  public static JsonNode read(InputStream in, String what, int maxBytes) throws IOException {
    byte[] text = in.readNBytes(maxBytes + 1);
    if (text.length > maxBytes) {
      throw new Problem(
          "expected " + what + " of at most " + maxBytes + " bytes, found more", null);
    }
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new Problem("expected JSON, found at " + position(e), e);
    }
  }

  /** A value as a message quotes it. */
  public static String describe(JsonNode node) {
    if (node.isMissingNode()) {
      return "nothing";
    }
    String text = node.toString();
    return text.length() <= MAX_FOUND_LENGTH ? text : text.substring(0, MAX_FOUND_LENGTH) + "...";
  }

  private static String position(JsonProcessingException e) {
    String problem = e.getOriginalMessage().lines().findFirst().orElse("");
    return e.getLocation() == null
        ? "its end: " + problem
        : "line "
            + e.getLocation().getLineNr()
            + ", column "
            + e.getLocation().getColumnNr()
            + ": "
            + problem;
  }
}
