/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Export to <a href="https://github.com/onnx/onnx/blob/main/onnx/onnx.proto">ONNX</a>, so that
 * other runtimes can be given the same weights.
 */
package dev.thimble.benchmarks.onnx;
