/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * The model of codec 2, {@code entropy.md}: which weights are kept, with what sign and magnitude,
 * as binary decisions with probabilities. It is the same code for reading and for writing, so that
 * both sides always agree; the compressor brings its own {@link
 * dev.thimble.runtime.internal.range.BinaryCoder}.
 */
package dev.thimble.runtime.internal.range;
