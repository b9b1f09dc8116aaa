/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */

/** Loads {@code *.thim} files and classifies with integer arithmetic only. */
package dev.thimble.runtime;
