/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** The writer of {@code *.thim} files, as {@code format.md} specifies them. */
package dev.thimble.compressor.artifact;
