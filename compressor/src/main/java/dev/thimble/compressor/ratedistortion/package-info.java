/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Levels of a trained network chosen anew by what they cost: error and bits. */
package dev.thimble.compressor.ratedistortion;
