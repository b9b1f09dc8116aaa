/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** The compared runtimes behind one interface, and the files that they load. */
package dev.thimble.benchmarks.engine;
