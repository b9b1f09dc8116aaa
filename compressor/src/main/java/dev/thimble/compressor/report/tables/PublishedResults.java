/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.report.tables;

import static dev.thimble.models.ReferenceNetwork.LENET_300_100;
import static dev.thimble.models.ReferenceNetwork.LENET_5;

import java.util.List;

/**
 * The sizes that others have published. What a size counts differs from paper to paper; none counts
 * a whole file with all that is needed to classify a raw image.
 *
 * <ul>
 *   <li>Han, Mao and Dally, "Deep Compression", ICLR 2016
 *   <li>Ullrich, Meeds and Welling, "Soft weight-sharing for neural network compression", ICLR 2017
 *   <li>Molchanov, Ashukha and Vetrov, "Variational dropout sparsifies deep neural networks", ICML
 *       2017
 *   <li>Louizos, Ullrich and Welling, "Bayesian compression for deep learning", NeurIPS 2017
 *   <li>Havasi, Peharz and Hernández-Lobato, "Minimal random code learning", ICLR 2019
 *   <li>Evci et al., "Rigging the lottery", ICML 2020
 *   <li>Oktay et al., "Scalable model compression by entropy penalized reparameterization", ICLR
 *       2020
 * </ul>
 */
public final class PublishedResults {
  private static final String DEEP_COMPRESSION = "Deep Compression";
  private static final String HAN = "Han et al., 2016";
  private static final String WEIGHT_SHARING = "Soft weight-sharing";
  private static final String ULLRICH = "Ullrich et al., 2017";
  private static final String VARIATIONAL_DROPOUT = "Sparse variational dropout";
  private static final String MOLCHANOV = "Molchanov et al., 2017";
  private static final String REPARAMETERIZATION = "Entropy-penalized reparameterization";
  private static final String OKTAY = "Oktay et al., 2020";
  private static final String MIRACLE = "MIRACLE";
  private static final String HAVASI = "Havasi et al., 2019";

  private static final String CODEBOOK = "codebook and sparse indices";
  private static final String COLUMNS = "compressed sparse columns";
  private static final String WEIGHTS = "non-zero weights only";
  private static final String BLOCKS = "block indices";

  private static final List<PublishedResult> ALL =
      List.of(
          PublishedResult.ofBytes(
              LENET_300_100, DEEP_COMPRESSION, HAN, 1.64, 1.58, 27.0, 40, CODEBOOK),
          PublishedResult.ofBytes(
              LENET_300_100, WEIGHT_SHARING, ULLRICH, 1.89, 1.94, 16.7, 64, COLUMNS),
          PublishedResult.ofBytes(
              LENET_300_100,
              "RigL+",
              "Evci et al., 2020",
              null,
              1.57,
              16.113,
              null,
              "32-bit non-zeros, bit mask, biases"),
          PublishedResult.ofWeights(
              LENET_300_100, VARIATIONAL_DROPOUT, MOLCHANOV, 1.92, null, 3807, WEIGHTS),
          PublishedResult.ofBytes(
              LENET_300_100,
              REPARAMETERIZATION,
              OKTAY,
              1.6,
              1.9,
              8.56,
              124,
              "entropy-coded weights and steps"),
          PublishedResult.ofBytes(LENET_5, DEEP_COMPRESSION, HAN, 0.80, 0.74, 44.0, 39, CODEBOOK),
          PublishedResult.ofBytes(LENET_5, WEIGHT_SHARING, ULLRICH, 0.88, 0.97, 10.6, 162, COLUMNS),
          PublishedResult.ofWeights(
              LENET_5, VARIATIONAL_DROPOUT, MOLCHANOV, 0.75, 280, null, WEIGHTS),
          PublishedResult.ofBytes(
              LENET_5, REPARAMETERIZATION, OKTAY, 0.7, 1.0, 2.84, 606, "entropy-coded weights"),
          PublishedResult.ofBytes(
              LENET_5,
              "Bayesian compression",
              "Louizos et al., 2017",
              null,
              1.0,
              2.3,
              771,
              "k-means and codebook"),
          PublishedResult.ofBytes(LENET_5, MIRACLE, HAVASI, null, 0.69, 3.03, 555, BLOCKS),
          PublishedResult.ofBytes(LENET_5, MIRACLE, HAVASI, null, 0.96, 1.52, 1110, BLOCKS));

  private PublishedResults() {}

  /** All rows; a network's are together. */
  public static List<PublishedResult> all() {
    return ALL;
  }

  /** The rows of a network. */
  static List<PublishedResult> of(String network) {
    return ALL.stream().filter(row -> row.network().equals(network)).toList();
  }
}
