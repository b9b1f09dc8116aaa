/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.benchmarks;

import static dev.thimble.models.ReferenceNetwork.LENET_300_100;
import static dev.thimble.models.ReferenceNetwork.LENET_5;

import dev.thimble.benchmarks.report.Goal;
import dev.thimble.benchmarks.report.Subjects;
import dev.thimble.benchmarks.report.Suite;
import dev.thimble.models.ReferenceNetwork;
import java.util.ArrayList;
import java.util.List;

/** What the runtime shall keep on the reference networks. */
final class Goals {
  private static final List<String> COMPRESSED = List.of(Subjects.SMALL, Subjects.TINY);

  private static final double START_RATIO = 0.2;
  private static final double LOAD_MILLIS = 20;
  private static final double HEAP_RATIO = 3;
  private static final double COMPRESSED_HEAP_KILOBYTES = 300;

  /** 64 KiB. */
  private static final double JAR_KILOBYTES = 65.536;

  private Goals() {}

  static List<Goal> all() {
    List<Goal> goals = new ArrayList<>();
    for (String compressed : COMPRESSED) {
      goals.add(oneImage(LENET_300_100, compressed, 0.25));
      goals.add(oneImage(LENET_5, compressed, 0.5));
    }
    goals.add(oneImage(LENET_300_100, Subjects.DENSE, 1));
    goals.add(oneImage(LENET_5, Subjects.DENSE, 2));
    for (ReferenceNetwork network : ReferenceNetwork.values()) {
      for (String subject : List.of(Subjects.SMALL, Subjects.TINY, Subjects.DENSE)) {
        goals.add(Goal.relative(Suite.START, network.id(), subject, START_RATIO));
        goals.add(Goal.absolute(Suite.LOAD, network.id(), subject, LOAD_MILLIS));
        goals.add(Goal.relative(Suite.HEAP, network.id(), subject, HEAP_RATIO));
      }
    }
    for (String compressed : COMPRESSED) {
      goals.add(
          Goal.absolute(Suite.HEAP, LENET_300_100.id(), compressed, COMPRESSED_HEAP_KILOBYTES));
    }
    goals.add(Goal.absolute(Suite.JAR, "", Subjects.THIMBLE_JAR, JAR_KILOBYTES));
    return goals;
  }

  private static Goal oneImage(ReferenceNetwork network, String subject, double limit) {
    return Goal.relative(Suite.ONE_IMAGE, network.id(), subject, limit);
  }
}
