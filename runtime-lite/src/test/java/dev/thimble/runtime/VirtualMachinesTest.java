/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.thimble.runtime.artifact.RandomNetworks;
import dev.thimble.runtime.artifact.TestNetwork;
import dev.thimble.runtime.artifact.WeightBlock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The interpreter and each compiler give the same scores; the other processors have a script. */
class VirtualMachinesTest {
  private static final int IMAGES = 150;
  private static final int NETWORKS = 12;

  @TempDir static Path directory;
  private static final List<Path> FILES = new ArrayList<>();
  private static String expected;

  @BeforeAll
  static void writeModels() throws IOException {
    Random random = new Random(77);
    for (int i = 0; i < NETWORKS; i++) {
      TestNetwork network = RandomNetworks.next(random);
      Path file = directory.resolve("network-" + i + ".thim");
      Files.write(file, network.file(WeightBlock.values()[i % WeightBlock.values().length]));
      FILES.add(file);
    }
    StringBuilder lines = new StringBuilder();
    for (Path file : FILES) {
      lines.append(ScoreDump.line(IMAGES, "random", file)).append(System.lineSeparator());
    }
    expected = lines.toString();
  }

  @Test
  void theInterpreterGivesTheSameScores() throws IOException {
    assertThat(dump("-Xint")).isEqualTo(expected);
  }

  @Test
  void theFirstCompilerGivesTheSameScores() throws IOException {
    assertThat(dump("-XX:TieredStopAtLevel=1", "-Xbatch")).isEqualTo(expected);
  }

  @Test
  void theSecondCompilerGivesTheSameScores() throws IOException {
    assertThat(dump("-XX:-TieredCompilation", "-XX:CompileThreshold=100", "-Xbatch"))
        .isEqualTo(expected);
  }

  @Test
  void differentNetworksHaveDifferentDigests() {
    assertThat(expected.lines().map(line -> line.substring(line.lastIndexOf(' '))))
        .doesNotHaveDuplicates();
  }

  private static String dump(String... options) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(options));
    command.add("-cp");
    command.add(
        classPath(Model.class) + System.getProperty("path.separator") + classPath(ScoreDump.class));
    command.add(ScoreDump.class.getName());
    command.add(Integer.toString(IMAGES));
    command.add("random");
    command.addAll(FILES.stream().map(Path::toString).collect(Collectors.toList()));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static String classPath(Class<?> type) {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().getPath()).toString();
  }
}
