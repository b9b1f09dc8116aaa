/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.sensitivity.compare;

/**
 * What a comparison says in words.
 *
 * @param layer about which layer; null for all layers together
 * @param text a sentence
 */
public record Finding(String layer, String text) {}
