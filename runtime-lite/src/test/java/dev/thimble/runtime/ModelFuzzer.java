/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.runtime;

/**
 * The entry for the fuzzer Jazzer; {@code src/targets/fuzz.sh} runs it. The system property {@code
 * thimble.fuzz.target} names the {@link FuzzTarget}.
 */
public final class ModelFuzzer {
  private static final FuzzTarget TARGET =
      FuzzTarget.valueOf(System.getProperty("thimble.fuzz.target", FuzzTarget.FILE.name()));

  /** Loading and instrumenting classes costs memory and time, step by step: so often at most. */
  private static final int ATTEMPTS = 8;

  private ModelFuzzer() {}

  /** Called by Jazzer for each input. */
  public static void fuzzerTestOneInput(byte[] input) {
    byte[] file = TARGET.file(input);
    for (int attempt = 1; ; attempt++) {
      try {
        HostileInput hostile = new HostileInput();
        hostile.tryLoading(file);
        hostile.requireFast();
        return;
      } catch (AssertionError e) {
        if (attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }
}
