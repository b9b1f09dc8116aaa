/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.models;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Names of constants on the command line: {@code LENET_5} is {@code lenet-5}. */
final class Ids {

  private Ids() {}

  static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The names of constants, in order. */
  static List<String> all(Enum<?>... constants) {
    return Arrays.stream(constants).map(Ids::of).toList();
  }

  /** The constant of this name, or empty. */
  static <E extends Enum<E>> Optional<E> find(E[] constants, String id) {
    return Arrays.stream(constants).filter(constant -> of(constant).equals(id)).findFirst();
  }
}
