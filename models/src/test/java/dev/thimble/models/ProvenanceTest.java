/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class ProvenanceTest {

  @Test
  void survivesJson() throws IOException {
    Provenance provenance = provenance(10_000, 0.0051);
    assertThat(Provenance.fromJson(new ByteArrayInputStream(provenance.toJson())))
        .isEqualTo(provenance);
  }

  @Test
  void leavesTheErrorOutWithoutTestImages() throws IOException {
    Provenance provenance = provenance(0, null);
    assertThat(new String(provenance.toJson(), StandardCharsets.UTF_8))
        .startsWith("{\n  \"model\" : \"lenet-5\",\n")
        .doesNotContain("testError")
        .endsWith("}\n");
    assertThat(Provenance.fromJson(new ByteArrayInputStream(provenance.toJson())))
        .isEqualTo(provenance);
  }

  private static Provenance provenance(int testImages, Double testError) {
    return new Provenance(
        "lenet-5",
        "./thimble train lenet-5 -o lenet-5.zip",
        "MNIST",
        1,
        40,
        39,
        128,
        1e-3,
        true,
        0.05,
        431_080,
        5000,
        0.006,
        testImages,
        testError);
  }
}
