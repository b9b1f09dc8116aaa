/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.runtime;

import dev.thimble.runtime.artifact.Artifact;
import dev.thimble.runtime.artifact.ByteSink;
import dev.thimble.runtime.artifact.Quant;
import dev.thimble.runtime.artifact.TestLayer;
import dev.thimble.runtime.artifact.TestNetwork;
import dev.thimble.runtime.artifact.WeightBlock;
import java.util.Arrays;
import java.util.List;

/** What the bytes that a fuzzer makes up stand for: a file or a part of one that is sound else. */
enum FuzzTarget {
  /** The file. */
  FRAME {
    @Override
    byte[] file(byte[] input) {
      return input;
    }
  },

  /** The file, but its checksums are put right. */
  FILE {
    @Override
    byte[] file(byte[] input) {
      return Artifact.withCorrectCrcs(input);
    }
  },

  /** Section N. Section W is one byte that the fuzzer knows nothing of. */
  NETWORK {
    @Override
    byte[] file(byte[] input) {
      return new Artifact().section('N', input).section('W', new byte[1]).end();
    }
  },

  /** A block of codec 0; the first byte chooses the shape. */
  RAW {
    @Override
    byte[] file(byte[] input) {
      return block(0, input);
    }
  },

  /** A block of codec 1; the first byte chooses the shape. */
  HUFFMAN {
    @Override
    byte[] file(byte[] input) {
      return block(1, input);
    }
  },

  /** A block of codec 2; the first byte chooses the shape. */
  RANGE {
    @Override
    byte[] file(byte[] input) {
      return block(2, input);
    }
  },

  /** Section c. */
  CHECK_VECTORS {
    @Override
    byte[] file(byte[] input) {
      return withSection('c', input);
    }
  },

  /** Section p. */
  PROVENANCE {
    @Override
    byte[] file(byte[] input) {
      return withSection('p', input);
    }
  };

  private static final int[][] SHAPES = {{1, 1}, {2, 3}, {7, 13}, {3, 300}, {100, 3}, {64, 64}};

  /** The file that is loaded for a fuzzer's input. */
  abstract byte[] file(byte[] input);

  private static byte[] block(int codec, byte[] input) {
    if (input.length == 0) {
      return input;
    }
    int[] shape = SHAPES[(input[0] & 0xFF) % SHAPES.length];
    TestNetwork network = dense(shape[0], shape[1]);
    byte[] block = Arrays.copyOfRange(input, 1, input.length);
    byte[] weights = new ByteSink().varint(codec).varint(block.length).bytes(block).toByteArray();
    return new Artifact()
        .section('N', network.networkSection(null, null))
        .section('W', weights)
        .end();
  }

  private static byte[] withSection(char tag, byte[] payload) {
    TestNetwork network = dense(3, 20);
    return new Artifact()
        .section('N', network.networkSection(null, null))
        .section('W', network.weightsSection(WeightBlock.RAW))
        .section(tag, payload)
        .end();
  }

  private static TestNetwork dense(int rows, int columns) {
    byte[] weights = new byte[rows * columns];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (byte) (i % 5 - 2);
    }
    return new TestNetwork(
        new int[] {1, 1, columns},
        0,
        List.of(new TestLayer.Dense(new int[rows], weights, Quant.plainScores())));
  }
}
