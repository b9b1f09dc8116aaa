/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.models;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The compressed networks in this jar: what the recipe of the same name makes of its reference
 * network with seed {@value #SEED}.
 */
public enum CompressedNetwork {
  LENET_300_100_MEDIUM(ReferenceNetwork.LENET_300_100),
  LENET_300_100_SMALL(ReferenceNetwork.LENET_300_100),
  LENET_300_100_TINY(ReferenceNetwork.LENET_300_100),
  LENET_5_MEDIUM(ReferenceNetwork.LENET_5),
  LENET_5_SMALL(ReferenceNetwork.LENET_5),
  LENET_5_TINY(ReferenceNetwork.LENET_5);

  /** The seed of their compressions. */
  public static final long SEED = 1;

  private final ReferenceNetwork original;

  CompressedNetwork(ReferenceNetwork original) {
    this.original = original;
  }

  /** The name on the command line and of the recipe, such as {@code lenet-300-100-tiny}. */
  public String id() {
    return Ids.of(this);
  }

  /** What was compressed. */
  public ReferenceNetwork original() {
    return original;
  }

  /** Those that were made from this network, in order. */
  public static List<CompressedNetwork> of(ReferenceNetwork original) {
    return Arrays.stream(values()).filter(network -> network.original == original).toList();
  }

  /** All names, in order. */
  public static List<String> ids() {
    return Ids.all(values());
  }

  /** The network of this name, or empty. */
  public static Optional<CompressedNetwork> find(String id) {
    return Ids.find(values(), id);
  }
}
