/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Thimble in an Android app. */
package dev.thimble.examples.android;
