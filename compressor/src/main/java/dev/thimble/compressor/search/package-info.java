/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Search for the smallest file at an error, or the lowest error at a size. */
package dev.thimble.compressor.search;
