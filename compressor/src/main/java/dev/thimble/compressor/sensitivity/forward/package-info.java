/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Error and loss of many variants of one network on the same images, on all processors: real-valued
 * variants many images at a time, integer ones through {@code runtime-lite}.
 */
package dev.thimble.compressor.sensitivity.forward;
