/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */

/** Makes small {@code *.thim} files out of trained networks. */
package dev.thimble.compressor;
