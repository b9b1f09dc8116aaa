/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Not API: may change in any release. */
package dev.thimble.runtime.internal;
