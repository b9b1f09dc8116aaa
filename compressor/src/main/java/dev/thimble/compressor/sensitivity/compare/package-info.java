/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Two sensitivity reports side by side: figure by figure, with a word on which is lower only where
 * both have intervals and these do not overlap.
 */
package dev.thimble.compressor.sensitivity.compare;
