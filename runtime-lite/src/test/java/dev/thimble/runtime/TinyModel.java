/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.runtime;

import dev.thimble.runtime.artifact.Artifact;
import dev.thimble.runtime.artifact.Quant;
import dev.thimble.runtime.artifact.TestLayer;
import dev.thimble.runtime.artifact.TestLayer.Geometry;
import dev.thimble.runtime.artifact.TestNetwork;
import dev.thimble.runtime.artifact.WeightBlock;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Small models that tests load: known networks, all sections. */
final class TinyModel {

  /** One dense layer 1x1x3 to 2 classes: scores {x0 + 2 x1 + 10, 3 x2 - x0}. */
  static final TestNetwork DENSE =
      new TestNetwork(
          new int[] {1, 1, 3},
          0,
          List.of(
              new TestLayer.Dense(
                  new int[] {10, 0}, new byte[] {1, 2, 0, -1, 0, 3}, Quant.plainScores())));

  private TinyModel() {}

  /** conv 3@3x3, max pool, dense 6, dense 4 on 1x8x8. */
  static TestNetwork convolutional() {
    Random random = new Random(5);
    return new TestNetwork(
        new int[] {1, 8, 8},
        0,
        List.of(
            new TestLayer.Conv(
                Geometry.kernel(3, 3, 1),
                1,
                new int[] {0, 640, -320},
                sparse(random, 27, 2),
                Quant.relu(0, 20, 9000)),
            new TestLayer.Pool(true, Geometry.kernel(2, 2, 2)),
            new TestLayer.Dense(
                new int[6],
                sparse(random, 6 * 27, 5),
                Quant.relu(3, 20, 9000, 8200, 10000, 12000, 16383, 9001)),
            new TestLayer.Dense(
                new int[] {5, -7, 0, 0},
                sparse(random, 24, 2),
                Quant.scores(10, 900, 800, 700, 1023))));
  }

  /** The convolutional network with every section. */
  static byte[] completeFile(WeightBlock... blocks) {
    TestNetwork network = convolutional();
    Random random = new Random(9);
    byte[] dense = new byte[64];
    random.nextBytes(dense);
    byte[] dotted = new byte[64];
    dotted[7] = 9;
    dotted[40] = -1;
    return new Artifact()
        .section(
            'N',
            network.networkSection(
                List.of("a", "b", "Käse", "d"), List.of("first", "p", "q", "last")))
        .section('W', network.weightsSection(blocks))
        .section('c', network.checkSection(dense, dotted, new byte[64]))
        .section(
            'p',
            TestNetwork.provenanceSection(new TreeMap<>(Map.of("seed", "1", "network", "tiny"))))
        .section('s', new byte[] {1, 2, 3})
        .end();
  }

  private static byte[] sparse(Random random, int length, int oneIn) {
    byte[] weights = new byte[length];
    for (int i = 0; i < length; i++) {
      weights[i] = (byte) (random.nextInt(oneIn) == 0 ? random.nextInt(17) - 8 : 0);
    }
    return weights;
  }
}
