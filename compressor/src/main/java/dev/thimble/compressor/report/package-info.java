/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** What a run is measured by, and what its results are compared with. */
package dev.thimble.compressor.report;
