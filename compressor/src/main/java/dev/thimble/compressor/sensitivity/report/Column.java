/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.sensitivity.report;

/**
 * A column of a table.
 *
 * @param key its name in the CSV file, with the unit
 * @param title its heading on the page
 */
record Column(String key, String title, Format format) {

  static Column text(String key, String title) {
    return new Column(key, title, Format.TEXT);
  }

  static Column count(String key, String title) {
    return new Column(key, title, Format.COUNT);
  }

  static Column percent(String key, String title) {
    return new Column(key, title, Format.PERCENT);
  }

  static Column number(String key, String title) {
    return new Column(key, title, Format.NUMBER);
  }
}
