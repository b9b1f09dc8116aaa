/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Measurements that need a fresh Java virtual machine. */
package dev.thimble.benchmarks.process;
