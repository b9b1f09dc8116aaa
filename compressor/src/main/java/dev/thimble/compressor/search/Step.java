/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.search;

/**
 * The next thing that a search tries.
 *
 * @param parent number of the trial to go on from; 0 for the original network
 * @param density kept share of the weights, in (0, 1]
 */
record Step(int parent, double density) {}
