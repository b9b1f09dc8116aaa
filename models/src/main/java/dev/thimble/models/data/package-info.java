/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Image data: IDX files, image sets, and the feeder that cuts them into training batches. */
package dev.thimble.models.data;
