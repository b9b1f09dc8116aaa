/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** What was measured, as JSON, Markdown tables and SVG charts. */
package dev.thimble.benchmarks.report;
