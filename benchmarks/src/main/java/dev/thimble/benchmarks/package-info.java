/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */

/** Speed of the runtime and of the codecs. */
package dev.thimble.benchmarks;
