/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.sensitivity.analysis;

/**
 * How the verdict's recipe is used.
 *
 * @param recipeFile name of the recipe's file beside the report
 * @param command the command line to paste
 */
public record VerdictCommand(String recipeFile, String command) {}
