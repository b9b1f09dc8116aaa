/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import dev.thimble.models.data.DataSource;

/** Holds which package may know what. */
@AnalyzeClasses(
    packages = "dev.thimble.compressor",
    importOptions = ImportOption.DoNotIncludeTests.class)
final class BorderTest {

  @ArchTest
  static final ArchRule ONLY_THE_BORDER_KNOWS_DEEPLEARNING4J =
      ArchRuleDefinition.noClasses()
          .that()
          .resideOutsideOfPackage("dev.thimble.compressor.dl4j..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.deeplearning4j..", "org.nd4j..");

  /** Whatever decides on thresholds, stopping or recipes has validation images for that. */
  @ArchTest
  static final ArchRule ONLY_THE_COMMAND_LINE_REACHES_TEST_IMAGES =
      ArchRuleDefinition.noClasses()
          .that()
          .resideOutsideOfPackage("dev.thimble.compressor.cli..")
          .should()
          .callMethod(DataSource.class, "test");

  @ArchTest
  static final ArchRule NOTHING_DEPENDS_ON_THE_COMMAND_LINE =
      ArchRuleDefinition.noClasses()
          .that()
          .resideOutsideOfPackage("dev.thimble.compressor.cli..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.thimble.compressor.cli..");

  /** Stages can then be embedded without what prints them. */
  @ArchTest
  static final ArchRule NOTHING_BUT_THE_COMMAND_LINE_NEEDS_REPORTS =
      ArchRuleDefinition.noClasses()
          .that()
          .resideOutsideOfPackages(
              "dev.thimble.compressor.cli..",
              "dev.thimble.compressor.report..",
              "dev.thimble.compressor.sensitivity.report..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.thimble.compressor.report..");

  @ArchTest
  static final ArchRule ONLY_THE_COMMAND_LINE_PRINTS =
      ArchRuleDefinition.noClasses()
          .that()
          .resideOutsideOfPackage("dev.thimble.compressor.cli..")
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err");
}
