/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * How much a network's weights may change: in width, number, value, or by accident. The analyses,
 * their results as records, and the verdict that follows from them.
 */
package dev.thimble.compressor.sensitivity;
