/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.benchmarks.jmh;

import dev.thimble.benchmarks.engine.Engine;
import dev.thimble.benchmarks.engine.LoadedNetwork;
import dev.thimble.benchmarks.engine.ModelFiles;
import dev.thimble.benchmarks.engine.TestImages;
import java.io.IOException;
import java.nio.file.Path;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** What is measured: a network loaded by an engine, and the images. */
@State(Scope.Benchmark)
public class Subject {
  @Param("")
  public String directory;

  @Param("THIMBLE_SMALL")
  public Engine engine;

  private LoadedNetwork network;
  private TestImages images;

  @Setup
  public void load() throws IOException {
    images = TestImages.load();
    network = engine.load(new ModelFiles(Path.of(directory)));
  }

  @TearDown
  public void close() {
    network.close();
  }

  LoadedNetwork network() {
    return network;
  }

  TestImages images() {
    return images;
  }
}
