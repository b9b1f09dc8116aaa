/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.thimble.runtime.artifact.Artifact;
import dev.thimble.runtime.artifact.RandomNetworks;
import dev.thimble.runtime.artifact.TestNetwork;
import dev.thimble.runtime.artifact.WeightBlock;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Random networks as files, damaged at a few places at once: bytes changed, inserted, removed,
 * repeated.
 */
class MutationFuzzTest {

  private static final int FILES = 4000;
  private static final int MANY_FILES = 400_000;

  @Test
  void survivesRandomDamage() {
    damage(FILES, 31);
  }

  @Test
  @Tag("slow")
  void survivesALotOfRandomDamage() {
    damage(MANY_FILES, 32);
  }

  private static void damage(int files, long seed) {
    Random random = new Random(seed);
    HostileInput hostile = new HostileInput();
    for (int i = 0; i < files; i++) {
      byte[] file = i % 3 == 0 ? TinyModel.completeFile(block(random)) : randomFile(random);
      byte[] damaged = mutate(random, file);
      hostile.tryLoading(random.nextInt(8) == 0 ? damaged : Artifact.withCorrectCrcs(damaged));
    }
    assertThat(hostile.refused()).isGreaterThan(files / 4);
    hostile.requireFast();
  }

  private static WeightBlock block(Random random) {
    return WeightBlock.values()[random.nextInt(WeightBlock.values().length)];
  }

  private static byte[] randomFile(Random random) {
    TestNetwork network = RandomNetworks.next(random);
    while (network.imageSize() > 200) {
      network = RandomNetworks.next(random);
    }
    return network.file(block(random), block(random));
  }

  private static byte[] mutate(Random random, byte[] file) {
    byte[] result = file;
    for (int i = random.nextInt(4); i >= 0; i--) {
      int at = random.nextInt(random.nextInt(3) == 0 ? Math.min(40, result.length) : result.length);
      byte[] tail = Arrays.copyOfRange(result, at, result.length);
      switch (random.nextInt(5)) {
        case 0 -> result = join(Arrays.copyOf(result, at), randomBytes(random), tail);
        case 1 ->
            result =
                join(
                    Arrays.copyOf(result, at),
                    new byte[0],
                    Arrays.copyOfRange(
                        tail, Math.min(tail.length - 1, 1 + random.nextInt(3)), tail.length));
        case 2 ->
            result =
                join(
                    Arrays.copyOf(result, at), Arrays.copyOf(tail, Math.min(tail.length, 9)), tail);
        default -> {
          result = result.clone();
          result[at] = interesting(random);
        }
      }
    }
    return result;
  }

  private static byte interesting(Random random) {
    byte[] values = {0, 1, 2, 0x7F, (byte) 0x80, (byte) 0xFF, 0x40, 0x10};
    return random.nextBoolean() ? values[random.nextInt(values.length)] : (byte) random.nextInt();
  }

  private static byte[] randomBytes(Random random) {
    byte[] bytes = new byte[1 + random.nextInt(5)];
    random.nextBytes(bytes);
    return bytes;
  }

  private static byte[] join(byte[] a, byte[] b, byte[] c) {
    byte[] joined = Arrays.copyOf(a, a.length + b.length + c.length);
    System.arraycopy(b, 0, joined, a.length, b.length);
    System.arraycopy(c, 0, joined, a.length + b.length, c.length);
    return joined;
  }
}
