/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.runtime.internal.format;

import dev.thimble.runtime.ModelException;
import dev.thimble.runtime.internal.network.Window;

/** Reads how a kernel moves: its size, stride, padding and dilation, and a convolution's groups. */
final class WindowReader {

  Window vertical;
  Window horizontal;
  int groups = 1;

  private WindowReader() {}

  /** Reads a convolution's window: stride 1 unless given. */
  static WindowReader convolution(ByteReader in) throws ModelException {
    WindowReader window = new WindowReader();
    window.read(in, true);
    return window;
  }

  /** Reads a pooling window: stride as the kernel unless given. */
  static WindowReader pooling(ByteReader in) throws ModelException {
    WindowReader window = new WindowReader();
    window.read(in, false);
    return window;
  }

  private void read(ByteReader in, boolean convolution) throws ModelException {
    int height = in.varint("kernel height", 1, Integer.MAX_VALUE);
    int width = in.varint("kernel width", 1, Integer.MAX_VALUE);
    int start = in.position();
    int options = in.varint("options", 0, convolution ? 15 : 3);
    int[] stride = convolution ? new int[] {1, 1} : new int[] {height, width};
    int[] pads = {0, 0, 0, 0};
    int[] dilation = {1, 1};
    if ((options & Format.OPTION_STRIDE) != 0) {
      given(in, "stride", stride, 1);
    }
    if ((options & Format.OPTION_PADDING) != 0) {
      given(in, "padding", pads, 0);
    }
    if ((options & Format.OPTION_DILATION) != 0) {
      given(in, "dilation", dilation, 1);
    }
    if ((options & Format.OPTION_GROUPS) != 0) {
      groups = in.varint("groups", 2, Integer.MAX_VALUE);
    }
    vertical = new Window(height, stride[0], pads[0], pads[2], dilation[0]);
    horizontal = new Window(width, stride[1], pads[1], pads[3], dilation[1]);
    checkPadding(in, start, vertical);
    checkPadding(in, start, horizontal);
  }

  /** Reads the values of an option that is present: it must change something. */
  private static void given(ByteReader in, String what, int[] values, int min)
      throws ModelException {
    int start = in.position();
    boolean changed = false;
    for (int i = 0; i < values.length; i++) {
      int value = in.varint(what, min, Integer.MAX_VALUE);
      changed |= value != values[i];
      values[i] = value;
    }
    if (!changed) {
      throw in.corrupt(start, what, "another value than the default", "the default");
    }
  }

  private static void checkPadding(ByteReader in, int start, Window window) throws ModelException {
    int padding = Math.max(window.padBefore, window.padAfter);
    if (padding >= window.extent()) {
      throw in.corrupt(
          start, "padding", "less than the kernel's extent " + window.extent(), padding);
    }
  }
}
