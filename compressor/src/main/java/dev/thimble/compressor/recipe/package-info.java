/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Recipes as JSON: strict reading, canonical writing, and the ones that come with Thimble. */
package dev.thimble.compressor.recipe;
