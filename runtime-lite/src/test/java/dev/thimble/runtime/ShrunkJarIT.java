/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.thimble.runtime.artifact.WeightBlock;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the tests ask of the class files, asked of the jar that is shipped. */
class ShrunkJarIT {

  @Nested
  class Files extends GoldenArtifactTest {}

  /** Without the range code, for whose encoder the tests need classes that are not in the jar. */
  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "RANGE")
  void agreesOnRandomNetworks(WeightBlock block) throws ModelException {
    TextbookAgreementTest.compare(block);
  }

  @Test
  void runsTheJar() {
    String source = Model.class.getProtectionDomain().getCodeSource().getLocation().getPath();
    assertThat(Path.of(source)).isEqualTo(Path.of(System.getProperty("thimble.jar")));
  }
}
