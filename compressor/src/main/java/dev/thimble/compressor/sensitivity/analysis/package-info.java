/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** The analyses of a sensitivity report, and the verdict that follows from them. */
package dev.thimble.compressor.sensitivity.analysis;
