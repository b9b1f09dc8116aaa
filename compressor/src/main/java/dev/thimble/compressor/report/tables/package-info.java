/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** The tables and plots of size and accuracy that README.md and results.md show. */
package dev.thimble.compressor.report.tables;
