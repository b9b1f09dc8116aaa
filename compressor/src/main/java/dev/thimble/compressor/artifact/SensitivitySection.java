/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.artifact;

import dev.thimble.compressor.entropy.ByteWriter;
import dev.thimble.runtime.internal.format.Format;
import java.util.SortedMap;

/** Section s: puts what a network tolerates behind the other sections of a finished file. */
public final class SensitivitySection {

  private SensitivitySection() {}

  /**
   * The file with the section.
   *
   * @param file a file without it
   * @param entries ASCII keys and values, 1 to 32
   */
  public static byte[] append(byte[] file, SortedMap<String, String> entries) {
    ByteWriter payload = new ByteWriter();
    payload.varint(Format.SENSITIVITY_LAYOUT);
    Strings.writeEntries(payload, "sensitivity", entries);
    Frame frame = new Frame(file);
    frame.section(Format.TAG_SENSITIVITY, "sensitivity", payload.toByteArray());
    return frame.finish();
  }
}
