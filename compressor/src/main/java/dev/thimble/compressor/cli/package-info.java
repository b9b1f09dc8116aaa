/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** The command line: parses, delegates, prints. */
package dev.thimble.compressor.cli;
