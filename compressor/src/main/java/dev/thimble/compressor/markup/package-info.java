/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Writing of XML and of HTML that is XML too. */
package dev.thimble.compressor.markup;
