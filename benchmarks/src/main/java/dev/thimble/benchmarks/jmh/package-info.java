/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** The benchmarks that JMH runs. */
package dev.thimble.benchmarks.jmh;
