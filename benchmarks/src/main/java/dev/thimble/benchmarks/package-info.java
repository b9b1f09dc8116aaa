/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */

/** Speed and size of the runtime beside other runtimes. */
package dev.thimble.benchmarks;
