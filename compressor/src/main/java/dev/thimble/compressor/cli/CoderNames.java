/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.cli;

import dev.thimble.compressor.artifact.Coding;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The entropy coders by their names in recipes. */
final class CoderNames implements Iterable<String>, ITypeConverter<Coding> {

  private final List<String> names = new ArrayList<>();

  CoderNames() {
    for (Coding coding : Coding.values()) {
      names.add(coding.name().toLowerCase(Locale.ROOT));
    }
  }

  @Override
  public Iterator<String> iterator() {
    return names.iterator();
  }

  @Override
  public Coding convert(String name) {
    int index = names.indexOf(name);
    if (index < 0) {
      throw new TypeConversionException(
          "expected one of " + String.join(", ", names) + ", found " + name);
    }
    return Coding.values()[index];
  }
}
