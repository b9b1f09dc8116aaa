/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.runtime;

import static dev.thimble.runtime.Rejection.corrupt;
import static dev.thimble.runtime.Rejection.file;
import static dev.thimble.runtime.Rejection.network;
import static dev.thimble.runtime.Rejection.rejects;

import dev.thimble.runtime.ModelException.Reason;
import dev.thimble.runtime.artifact.ByteSink;
import org.junit.jupiter.api.Test;

class NetworkRejectionTest {

  private static void refuses(ByteSink network, String text) {
    corrupt(file(network, null), text);
  }

  @Test
  void rejectsReservedFlags() {
    refuses(new ByteSink().varints(8), "flags: expected 0 to 7, found 8 (section N, byte 7)");
  }

  @Test
  void rejectsEmptyImages() {
    refuses(
        new ByteSink().varints(0, 0), "channels: expected at least 1, found 0 (section N, byte 8)");
    refuses(new ByteSink().varints(0, 1, 0), "height: expected at least 1, found 0");
    refuses(new ByteSink().varints(0, 1, 1, 0), "width: expected at least 1, found 0");
  }

  @Test
  void rejectsScalesThatAreNotFiniteAndPositive() {
    for (float scale : new float[] {0, -1, Float.NaN, Float.POSITIVE_INFINITY, -0f}) {
      refuses(
          new ByteSink().varints(0, 1, 1, 1).f32(scale),
          "input scale: expected a finite number above 0, found " + scale);
    }
    refuses(new ByteSink().varints(0, 1, 1, 1).f32(1).u8(0).f32(-2), "output scale: expected");
  }

  @Test
  void rejectsNoLayersAndTooMany() {
    refuses(network(1, 1, 1, 0), "layer count: expected 1 to 1024, found 0");
    refuses(network(1, 1, 1, 1025), "layer count: expected 1 to 1024, found 1025");
  }

  @Test
  void rejectsUnknownOperations() {
    rejects(
        file(network(1, 1, 1, 1).varint(7), null),
        Reason.UNSUPPORTED,
        "layer 1 operation: expected 1 to 6, found 7 (section N, byte 21)");
  }

  @Test
  void rejectsTruncatedLayers() {
    refuses(network(1, 1, 1, 1).varints(1), "layer 1 units: expected 1 byte, found 0 left");
    refuses(network(1, 1, 1, 1), "layer 1 operation: expected 1 byte, found 0 left");
  }

  @Test
  void rejectsTrailingBytes() {
    refuses(
        network(1, 1, 1, 1).varints(1, 1, 0, 9), "the end: expected no more bytes, found 1 bytes");
  }

  @Test
  void rejectsBadWindows() {
    refuses(network(1, 4, 4, 1).varints(3, 0), "kernel height: expected at least 1, found 0");
    refuses(network(1, 4, 4, 1).varints(3, 2, 2, 4), "options: expected 0 to 3, found 4");
    refuses(network(1, 4, 4, 1).varints(2, 1, 2, 2, 16), "options: expected 0 to 15, found 16");
    refuses(network(1, 4, 4, 1).varints(3, 2, 2, 1, 0), "stride: expected at least 1, found 0");
    refuses(
        network(1, 4, 4, 1).varints(3, 2, 2, 1, 2, 2),
        "stride: expected another value than the default, found the default");
    refuses(network(1, 4, 4, 1).varints(2, 1, 2, 2, 1, 1, 1), "stride: expected another value");
    refuses(network(1, 4, 4, 1).varints(3, 2, 2, 2, 0, 0, 0, 0), "padding: expected another value");
    refuses(network(1, 4, 4, 1).varints(2, 1, 2, 2, 4, 1, 1), "dilation: expected another value");
    refuses(
        network(1, 4, 4, 1).varints(3, 2, 2, 2, 0, 2, 0, 0),
        "padding: expected less than the kernel's extent 2, found 2");
    refuses(
        network(1, 4, 4, 1).varints(3, 5, 2, 0),
        "window: expected at most the padded input of 1x4x4, found a kernel over 5x2 cells");
  }

  @Test
  void rejectsBadGroups() {
    refuses(network(4, 4, 4, 1).varints(2, 4, 2, 2, 8, 1), "groups: expected at least 2, found 1");
    refuses(
        network(4, 4, 4, 1).varints(2, 4, 2, 2, 8, 3),
        "groups: expected a divisor of 4 channels and 4 filters, found 3");
    refuses(
        network(4, 4, 4, 1).varints(2, 6, 2, 2, 8, 4),
        "groups: expected a divisor of 4 channels and 6");
  }

  @Test
  void rejectsHugeMatrices() {
    refuses(
        network(1, 2000, 2000, 1).varints(1, 600),
        "weights: expected at most 2^31 - 1, found 2400000000");
    refuses(
        network(4, 2, 2, 1).varints(2, Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE, 0),
        "weights: expected at most 2^31 - 1");
  }

  @Test
  void rejectsBadRequantization() {
    ByteSink hidden = network(1, 1, 1, 2).varints(1, 1);
    refuses(hidden.varints(4), "activation: expected 0 to 3, found 4");
    hidden = network(1, 1, 1, 2).varints(1, 1, 2).u8(9).u8(9);
    refuses(hidden, "upper bound: expected 10 to 255, found 9");
    hidden = network(1, 1, 1, 2).varints(1, 1, 2).u8(255).u8(255);
    refuses(hidden, "upper bound: expected 256 to 255, found 255");
    hidden = network(1, 1, 1, 2).varints(1, 1, 1).u8(0).varints(0);
    refuses(hidden, "granularity: expected 1 to 2, found 0");
    hidden = network(1, 1, 1, 2).varints(1, 1, 1).u8(0).varints(1, 63);
    refuses(hidden, "shift: expected 0 to 62, found 63");
    hidden = network(1, 1, 1, 2).varints(1, 5, 1).u8(0).varints(2, 3, 1, 1);
    refuses(hidden, "multiplier: expected 5 bytes, found 2 left");
    refuses(
        network(1, 1, 1, 1).varints(1, 1, 1), "granularity of scores: expected 0 or 2, found 1");
  }

  @Test
  void rejectsBadAdditions() {
    ByteSink dense = network(1, 1, 2, 2).varints(1, 2, 0).u8(0).varints(1, 0, 1);
    refuses(
        dense.varints(6, 1), "layer 2 distance: expected an earlier tensor of 2x1x1, found 1x1x2");
    refuses(
        network(1, 1, 1, 1).varints(6, 1),
        "distance: expected an earlier tensor of 1x1x1, found none");
    refuses(network(1, 1, 1, 1).varints(6, 0), "distance: expected 1 to 1, found 0");
    ByteSink pool = network(1, 1, 1, 2).varints(5);
    refuses(pool.varints(6, 1, 2), "flags: expected 0 to 1, found 2");
    pool = network(1, 1, 1, 2).varints(5, 6, 1, 0).u8(0);
    refuses(pool.varints(0), "multiplier of the previous: expected 1 to 16777215, found 0");
    pool = network(1, 1, 1, 2).varints(5, 6, 1, 0).u8(0);
    refuses(
        pool.varints(1, 1 << 24),
        "multiplier of the other: expected 1 to 16777215, found 16777216");
  }

  @Test
  void rejectsBadLabels() {
    ByteSink labelled = new ByteSink().varints(1, 1, 1, 1).f32(1).u8(0).f32(1).varints(1, 5);
    refuses(labelled, "label: expected 1 byte, found 0 left");
    refuses(labelled.varint(0), "label length: expected 1 to 255, found 0");
    refuses(
        labelled(new byte[] {(byte) 0xC0, (byte) 0x80}),
        "label: expected well-formed UTF-8, found other bytes");
    refuses(
        labelled(new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80}),
        "label: expected well-formed UTF-8");
    refuses(
        labelled(new byte[] {'a', '\n'}), "label: expected no control characters, found U+000a");
    refuses(labelled(new byte[] {(byte) 0xC2, (byte) 0x85}), "no control characters, found U+0085");
  }

  private static ByteSink labelled(byte[] utf8) {
    ByteSink network = new ByteSink().varints(1, 1, 1, 1).f32(1).u8(0).f32(1).varints(1, 5);
    return network.varint(utf8.length).bytes(utf8);
  }
}
