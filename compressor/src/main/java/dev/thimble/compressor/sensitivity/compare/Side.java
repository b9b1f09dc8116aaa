/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.sensitivity.compare;

import dev.thimble.compressor.sensitivity.Subject;

/**
 * One of the two reports.
 *
 * @param source where it was read from
 */
public record Side(String source, Subject subject) {}
