/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Image files as a network wants them, and pictures for a terminal. */
package dev.thimble.compressor.image;
