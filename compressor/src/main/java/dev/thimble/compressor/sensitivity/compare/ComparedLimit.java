/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.sensitivity.compare;

/**
 * How far something goes in both reports; limits have no interval, so that nothing is said about
 * their difference.
 *
 * @param what is limited, with its unit
 * @param layer whose limit; null for all layers together
 * @param a null if the first report does not reach it
 * @param b null if the second report does not
 */
public record ComparedLimit(String what, String layer, Double a, Double b) {}
