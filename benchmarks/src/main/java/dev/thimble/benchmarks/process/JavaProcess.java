/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.benchmarks.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A Java program in a process of its own, with nothing on its class path but what it needs.
 *
 * @param libraries classes whose jars go on the class path, besides the program's own
 */
record JavaProcess(Class<?> program, List<String> options, List<Class<?>> libraries) {

  /** What a run gave. */
  record Run(String output, long nanos) {}

  /** Runs it to its end. */
  Run run(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.add("-cp");
    command.add(classPath());
    command.add(program.getName());
    command.addAll(List.of(arguments));
    long began = System.nanoTime();
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int exit = process.waitFor();
    long nanos = System.nanoTime() - began;
    if (exit != 0) {
      throw new IOException(program.getSimpleName() + " ended with exit code " + exit);
    }
    return new Run(output, nanos);
  }

  private String classPath() {
    StringBuilder path = new StringBuilder(Jars.of(program).toString());
    libraries.forEach(
        library -> path.append(System.getProperty("path.separator")).append(Jars.of(library)));
    return path.toString();
  }
}
