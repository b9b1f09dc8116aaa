/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.report;

/**
 * An evaluation of a file.
 *
 * @param file its name
 * @param fileBytes its size
 * @param data name of the images
 * @param error share of wrongly classified images, in [0, 1]
 */
public record EvaluationReport(
    String file, int fileBytes, String data, double error, Evaluation result) {}
