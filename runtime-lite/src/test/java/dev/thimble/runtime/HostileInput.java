/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.runtime;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Loads a damaged file and checks what loading may do: fail with our exception and one line, or
 * give a model that infers; within the memory limit and a tenth of a second either way.
 */
final class HostileInput {

  /** Small, so that a test notices an allocation before its check. */
  static final Limits LIMITS = Limits.DEFAULT.withMemoryBytes(1 << 20).withOperations(1 << 20);

  /** An exception with its message, and what the test itself allocates. */
  private static final long SLACK_BYTES = 16 << 10;

  private static final long MAX_CPU_NANOS = 100_000_000;
  private static final String LOCATED = "(?s).*\\((frame|section .), byte \\d+\\)";

  private int loaded;
  private int refused;
  private long slowestNanos;

  void tryLoading(byte[] file) {
    Model[] model = new Model[1];
    ModelException[] failure = new ModelException[1];
    Measured cost =
        Measured.of(
            () -> {
              try {
                model[0] = Model.load(file, LIMITS);
              } catch (ModelException e) {
                failure[0] = e;
              }
            });
    assertThat(cost.allocatedBytes()).isLessThan(LIMITS.memoryBytes() + SLACK_BYTES);
    slowestNanos = Math.max(slowestNanos, cost.cpuNanos());
    if (failure[0] != null) {
      refused++;
      assertThat(failure[0].getMessage()).doesNotContain("\n");
      switch (failure[0].reason()) {
        case CORRUPT, UNSUPPORTED -> assertThat(failure[0]).hasMessageMatching(LOCATED);
        case LIMIT_EXCEEDED ->
            assertThat(failure[0]).hasMessageStartingWith("model over the limit: ");
        case NOT_A_MODEL -> assertThat(failure[0]).hasMessageStartingWith("not a model: ");
      }
    } else {
      loaded++;
      Measured session =
          Measured.of(() -> model[0].newSession().classify(new byte[model[0].inputSize()]));
      assertThat(session.allocatedBytes()).isLessThan(2 * LIMITS.memoryBytes());
      assertThat(model[0].selfCheck()).isNotNull();
      assertThat(model[0].description().layers()).isNotEmpty();
    }
  }

  int loaded() {
    return loaded;
  }

  int refused() {
    return refused;
  }

  /**
   * Checks the time of the slowest file: once for all, so that a pause of the machine does not fail
   * one of ten thousand.
   */
  void requireFast() {
    assertThat(slowestNanos).isLessThan(MAX_CPU_NANOS);
  }
}
