/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** The integer network as it was read, before a kernel is chosen for each layer. */
package dev.thimble.runtime.internal.network;
