/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.models;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import dev.thimble.models.data.DataSource;

/** Holds which package may know what. */
@AnalyzeClasses(
    packages = "dev.thimble.models",
    importOptions = ImportOption.DoNotIncludeTests.class)
final class BorderTest {

  @ArchTest
  static final ArchRule ONLY_THE_BORDER_KNOWS_DEEPLEARNING4J =
      ArchRuleDefinition.noClasses()
          .that()
          .resideOutsideOfPackage("dev.thimble.models.dl4j..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.deeplearning4j..", "org.nd4j..");

  @ArchTest
  static final ArchRule TRAINING_NEVER_REACHES_TEST_IMAGES =
      ArchRuleDefinition.noClasses()
          .that()
          .doNotHaveFullyQualifiedName(DataSource.class.getName())
          .should()
          .callMethod(DataSource.class, "test");
}
