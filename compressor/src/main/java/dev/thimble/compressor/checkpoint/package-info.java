/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** What a compression keeps while it runs, so that one which was killed goes on. */
package dev.thimble.compressor.checkpoint;
