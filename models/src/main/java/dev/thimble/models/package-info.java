/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */

/** Reference networks, their data, training and trained checkpoints. */
package dev.thimble.models;
