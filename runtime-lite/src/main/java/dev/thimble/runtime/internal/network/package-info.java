/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * The integer network as it was read, before a kernel is chosen for each layer. Values are public
 * final fields: an accessor for each would cost more bytes in the jar than all kernels together.
 */
package dev.thimble.runtime.internal.network;
