/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** What training needs that knows nothing of the network library: options, batches, progress. */
package dev.thimble.models.training;
