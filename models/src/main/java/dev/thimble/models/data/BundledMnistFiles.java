/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.models.data;

import java.util.Map;
import java.util.Optional;

/** The MNIST files in this jar (see README.md beside them). */
final class BundledMnistFiles implements IdxFiles {
  private static final Map<String, String> SHA256 =
      Map.of(
          IdxNames.TRAINING_IMAGES,
          "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db",
          IdxNames.TRAINING_LABELS,
          "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5",
          IdxNames.TEST_IMAGES,
          "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7",
          IdxNames.TEST_LABELS,
          "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2");

  @Override
  public Optional<Source> find(String name) {
    String sha256 = SHA256.get(name);
    if (sha256 == null) {
      return Optional.empty();
    }
    return Optional.of(
        new Source(
            describe(name),
            () -> BundledMnistFiles.class.getResourceAsStream(name + ".gz"),
            sha256));
  }

  @Override
  public String describe(String name) {
    return "bundled " + name + ".gz";
  }
}
