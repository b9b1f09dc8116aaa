/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.sensitivity.report;

import dev.thimble.compressor.chart.Chart;

/**
 * A picture and how to read it.
 *
 * @param reading one or two sentences
 */
record Figure(Chart chart, String reading) {}
