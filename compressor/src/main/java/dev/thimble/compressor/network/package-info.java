/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * A sequential network as the compressor sees it: immutable, in plain Java, between the training
 * framework on one side and the integer network on the other. Each pipeline stage maps one {@link
 * dev.thimble.compressor.network.Network} to the next; the kind of its {@link
 * dev.thimble.compressor.network.Weights} says which stages it has been through.
 */
package dev.thimble.compressor.network;
