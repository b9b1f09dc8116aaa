/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.markup;

/** Writes well-formed XML elements, one after the other. */
public class Markup {
  private final StringBuilder out = new StringBuilder();

  /** Begins an element; {@code attributes} are names and values in turn. */
  public final Markup open(String name, Object... attributes) {
    start(name, attributes);
    out.append('>');
    return this;
  }

  public final Markup close(String name) {
    out.append("</").append(name).append(">\n");
    return this;
  }

  /** An element without content. */
  public final Markup element(String name, Object... attributes) {
    start(name, attributes);
    out.append("/>\n");
    return this;
  }

  /** An element that holds a text. */
  public final Markup leaf(String name, String text, Object... attributes) {
    open(name, attributes);
    out.append(escape(text));
    return close(name);
  }

  /** What is markup already. */
  public final Markup raw(String markup) {
    out.append(markup);
    return this;
  }

  private void start(String name, Object... attributes) {
    out.append('<').append(name);
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(' ').append(attributes[i]);
      out.append("=\"").append(escape(attribute(attributes[i + 1]))).append('"');
    }
  }

  /** An attribute's value as text. */
  protected String attribute(Object value) {
    return value.toString();
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  @Override
  public final String toString() {
    return out.toString();
  }
}
