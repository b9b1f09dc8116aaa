/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * From real weights to the integer network of {@code quantization.md}: options → calibration of the
 * activations on images → weights as levels → {@link
 * dev.thimble.compressor.quantize.IntegerNetwork}, which has every number that a file holds and
 * computes what the file will compute.
 */
package dev.thimble.compressor.quantize;
