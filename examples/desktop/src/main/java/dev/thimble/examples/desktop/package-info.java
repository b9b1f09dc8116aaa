/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Thimble on a desktop or a Raspberry Pi: a drawing pad, and a watcher of a folder of pictures. */
package dev.thimble.examples.desktop;
