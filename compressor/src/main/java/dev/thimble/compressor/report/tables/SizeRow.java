/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.report.tables;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a recipe makes of a network, over all seeds.
 *
 * @param network what was compressed
 * @param recipe name of the recipe
 * @param seeds how many files there are
 * @param fileBytes size of a file
 * @param headerBytes its bytes that are neither weights nor biases
 * @param ratio how many times smaller than the original's 32-bit floats
 * @param validationError share of wrongly classified validation images, in [0, 1]
 * @param testError the same of the test images
 */
public record SizeRow(
    String network,
    String recipe,
    int seeds,
    Spread fileBytes,
    Spread headerBytes,
    Spread ratio,
    Spread validationError,
    Spread testError) {

  /** A row for each recipe; the networks in their order, a network's largest files first. */
  static List<SizeRow> of(List<FileRow> files) {
    Map<String, List<FileRow>> recipes = new LinkedHashMap<>();
    for (FileRow file : files) {
      recipes.computeIfAbsent(file.recipe(), name -> new ArrayList<>()).add(file);
    }
    List<String> networks = files.stream().map(FileRow::network).distinct().toList();
    return recipes.values().stream()
        .map(SizeRow::ofRecipe)
        .sorted(
            Comparator.comparingInt((SizeRow row) -> networks.indexOf(row.network()))
                .thenComparing(row -> -row.fileBytes().mean()))
        .toList();
  }

  private static SizeRow ofRecipe(List<FileRow> files) {
    return new SizeRow(
        files.get(0).network(),
        files.get(0).recipe(),
        files.size(),
        Spread.of(files, FileRow::fileBytes),
        Spread.of(files, FileRow::headerBytes),
        Spread.of(files, FileRow::ratio),
        Spread.of(files, FileRow::validationError),
        Spread.of(files, FileRow::testError));
  }
}
