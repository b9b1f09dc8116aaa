/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Random distortions of training images. */
package dev.thimble.models.augment;
