/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * From a layer's levels and biases to the bytes of its block in a file, and the account of what
 * each bit was spent on. The blocks are specified in {@code format.md}, section W; their only
 * decoder is in the runtime.
 */
package dev.thimble.compressor.entropy;
