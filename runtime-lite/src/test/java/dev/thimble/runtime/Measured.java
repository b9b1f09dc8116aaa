/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.runtime;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** What a piece of work cost this thread: allocated bytes and processor time. */
record Measured(long allocatedBytes, long cpuNanos) {

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  static {
    of(() -> {}); // the first use loads classes
  }

  static Measured of(Runnable work) {
    long id = Thread.currentThread().getId();
    long cpu = THREADS.getCurrentThreadCpuTime();
    long bytes = THREADS.getThreadAllocatedBytes(id);
    work.run();
    long allocated = THREADS.getThreadAllocatedBytes(id) - bytes;
    return new Measured(allocated, THREADS.getCurrentThreadCpuTime() - cpu);
  }
}
