/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */

/**
 * A sensitivity analysis as files: a page to read, JSON, and a CSV file for every table. What the
 * page shows is a list of {@link dev.thimble.compressor.sensitivity.report.Section sections}, each
 * made from one part of the results; the page and the CSV files are made from the same tables.
 */
package dev.thimble.compressor.sensitivity.report;
