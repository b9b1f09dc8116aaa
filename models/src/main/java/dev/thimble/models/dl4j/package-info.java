/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** The border to Deeplearning4j: networks, training, checkpoints. Its types appear nowhere else. */
package dev.thimble.models.dl4j;
