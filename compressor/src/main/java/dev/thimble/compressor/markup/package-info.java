/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Writing of XML, of HTML that is XML too, and of Markdown. */
package dev.thimble.compressor.markup;
