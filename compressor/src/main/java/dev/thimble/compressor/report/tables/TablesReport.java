/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.report.tables;

import java.util.List;

/**
 * All figures of the tables, as {@code tables.json} has them. The same files give the same report:
 * there are no times in it.
 *
 * @param schema version of this form
 * @param command what made the tables
 * @param data name of the images
 * @param validationImages how many compressions decide by
 * @param testImages how many the test errors are measured on
 * @param networks the networks before compression
 * @param sizes a row for each recipe
 * @param files a row for each recipe and seed
 * @param published what others have published of these networks
 */
public record TablesReport(
    int schema,
    String command,
    String data,
    int validationImages,
    int testImages,
    List<NetworkRow> networks,
    List<SizeRow> sizes,
    List<FileRow> files,
    List<PublishedResult> published) {

  /** The version of this form. */
  public static final int SCHEMA = 1;

  public TablesReport {
    networks = List.copyOf(networks);
    sizes = List.copyOf(sizes);
    files = List.copyOf(files);
    published = List.copyOf(published);
  }

  /**
   * The report of what was measured.
   *
   * @param images one of the networks, for its images
   * @param files at least one of each network
   */
  public static TablesReport of(
      String command,
      String data,
      TableNetwork images,
      List<NetworkRow> networks,
      List<FileRow> files) {
    return new TablesReport(
        SCHEMA,
        command,
        data,
        images.validation().count(),
        images.test().count(),
        networks,
        SizeRow.of(files),
        files,
        networks.stream()
            .flatMap(network -> PublishedResults.of(network.network()).stream())
            .toList());
  }

  /** The rows of a network, its largest files first. */
  List<SizeRow> sizes(String network) {
    return sizes.stream().filter(row -> row.network().equals(network)).toList();
  }

  /** What others have published of a network. */
  List<PublishedResult> published(String network) {
    return published.stream().filter(row -> row.network().equals(network)).toList();
  }

  /** For each recipe the file of the first seed, in the order of {@link #sizes}. */
  List<FileRow> examples() {
    return sizes.stream()
        .map(
            row ->
                files.stream()
                    .filter(file -> file.recipe().equals(row.recipe()))
                    .findFirst()
                    .orElseThrow())
        .toList();
  }

  /** The original of a file. */
  NetworkRow network(String name) {
    return networks.stream().filter(row -> row.network().equals(name)).findFirst().orElseThrow();
  }
}
