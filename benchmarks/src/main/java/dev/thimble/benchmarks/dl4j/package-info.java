/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** The border to Deeplearning4j as a compared runtime. */
package dev.thimble.benchmarks.dl4j;
