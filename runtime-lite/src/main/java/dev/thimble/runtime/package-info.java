/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */

/**
 * Loads {@code *.thim} files and classifies with integer arithmetic only: {@link
 * dev.thimble.runtime.Model#load}, {@link dev.thimble.runtime.Model#newSession}, {@link
 * dev.thimble.runtime.Session#classify(byte[])}.
 */
package dev.thimble.runtime;
