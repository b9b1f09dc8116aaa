/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Removal of units that pruning has left without use. */
package dev.thimble.compressor.structure;
