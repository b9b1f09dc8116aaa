/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.runtime;

import static dev.thimble.runtime.Rejection.corrupt;

import dev.thimble.runtime.artifact.Artifact;
import dev.thimble.runtime.artifact.ByteSink;
import dev.thimble.runtime.artifact.WeightBlock;
import org.junit.jupiter.api.Test;

/** Sections c and p behind the tiny dense network: 3 pixels, 2 scores. */
class OptionalSectionRejectionTest {

  private static void refuses(char tag, ByteSink payload, String text) {
    byte[] file =
        new Artifact()
            .section('N', TinyModel.DENSE.networkSection(null, null))
            .section('W', TinyModel.DENSE.weightsSection(WeightBlock.RAW))
            .section(tag, payload.toByteArray())
            .end();
    corrupt(file, text);
  }

  @Test
  void rejectsBadCheckVectors() {
    refuses('c', new ByteSink().varints(0), "count: expected 1 to 16, found 0 (section c");
    refuses('c', new ByteSink().varints(17), "count: expected 1 to 16, found 17");
    refuses('c', new ByteSink().varints(1, 4), "zeros: expected 0 to 3, found 4");
    refuses('c', new ByteSink().varints(1, 2, 2), "literals: expected 1 to 1, found 2");
    refuses('c', new ByteSink().varints(1, 0, 0), "literals: expected 1 to 3, found 0");
    refuses('c', new ByteSink().varints(1, 0, 1, 5, 0), "zeros: expected 1 to 2, found 0");
    refuses('c', new ByteSink().varints(1, 3, 0, 1), "score: expected 1 byte, found 0 left");
    refuses('c', new ByteSink().varints(1, 0, 3, 1, 1), "pixels: expected 3 bytes, found 2 left");
    refuses(
        'c',
        new ByteSink().varints(1, 3, 0, 0, 0, 0),
        "the end: expected no more bytes, found 1 bytes");
  }

  @Test
  void rejectsBadProvenance() {
    refuses('p', new ByteSink().varints(0), "count: expected 1 to 32, found 0 (section p");
    refuses('p', new ByteSink().varints(33), "count: expected 1 to 32, found 33");
    refuses(
        'p', new ByteSink().varint(1).string("ü").string("x"), "key: expected ASCII, found \"ü\"");
    refuses(
        'p',
        new ByteSink().varint(2).string("b").string("x").string("a").string("y"),
        "key: expected one after \"b\", found \"a\"");
    refuses(
        'p',
        new ByteSink().varint(2).string("a").string("x").string("a").string("y"),
        "key: expected one after \"a\", found \"a\"");
    refuses(
        'p',
        new ByteSink().varint(1).string("a").varint(0),
        "value length: expected 1 to 255, found 0");
    refuses(
        'p',
        new ByteSink().varint(1).string("a").string("b").u8(0),
        "the end: expected no more bytes");
  }
}
