/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Files that are either complete or absent, and digests of their content. */
package dev.thimble.compressor.io;
