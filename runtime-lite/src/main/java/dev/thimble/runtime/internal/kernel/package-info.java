/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** The layers' arithmetic, and the plan that runs them. */
package dev.thimble.runtime.internal.kernel;
