/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.benchmarks.process;

import dev.thimble.runtime.Model;
import dev.thimble.runtime.Session;
import java.io.IOException;
import java.lang.ref.Reference;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A program that prints how many bytes of heap a model with one session takes: {@code HeapProbe
 * MODEL IMAGE}. It loads many and divides, so that what is allocated once does not count.
 */
final class HeapProbe {
  private static final int COPIES = 32;
  private static final int COLLECTIONS = 4;

  private HeapProbe() {}

  public static void main(String[] arguments) throws IOException {
    byte[] file = Files.readAllBytes(Path.of(arguments[0]));
    byte[] image = Files.readAllBytes(Path.of(arguments[1]));
    Session[] sessions = new Session[COPIES + 1];
    sessions[COPIES] = load(file, image);
    used(); // the first figure includes what the start of the virtual machine left
    long before = used();
    for (int i = 0; i < COPIES; i++) {
      sessions[i] = load(file, image);
    }
    long after = used();
    Reference.reachabilityFence(sessions);
    System.out.println((after - before) / COPIES);
  }

  private static Session load(byte[] file, byte[] image) throws IOException {
    Session session = Model.load(file).newSession();
    session.classify(image);
    return session;
  }

  private static long used() {
    for (int i = 0; i < COLLECTIONS; i++) {
      System.gc();
    }
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
