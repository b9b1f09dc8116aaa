/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Replays what the fuzzer found interesting: {@code src/targets/fuzz.sh} says how it was found. */
class FuzzCorpusTest {
  private static final int FEWEST_INPUTS = 3;

  @ParameterizedTest
  @EnumSource(FuzzTarget.class)
  void everyInputIsLoadedOrRefused(FuzzTarget target) throws IOException {
    HostileInput hostile = new HostileInput();
    String resource = "/fuzz/" + target.name().toLowerCase(Locale.ROOT) + ".zip";
    try (InputStream stream = getClass().getResourceAsStream(resource);
        ZipInputStream zip = new ZipInputStream(stream)) {
      while (zip.getNextEntry() != null) {
        hostile.tryLoading(target.file(zip.readAllBytes()));
      }
    }
    assertThat(hostile.loaded() + hostile.refused()).isGreaterThanOrEqualTo(FEWEST_INPUTS);
    hostile.requireFast();
  }
}
