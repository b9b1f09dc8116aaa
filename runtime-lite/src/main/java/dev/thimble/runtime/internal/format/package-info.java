/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** The reader of the {@code *.thim} file, section by section as in {@code format.md}. */
package dev.thimble.runtime.internal.format;
