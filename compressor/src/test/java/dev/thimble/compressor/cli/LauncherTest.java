/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Runs the {@code thimble} script with a PATH of our making. */
@DisabledOnOs(OS.WINDOWS)
final class LauncherTest {
  private static final String[] TOOLS = {
    "sh", "dirname", "readlink", "sed", "head", "find", "mkdir", "mv"
  };

  @TempDir private Path directory;
  private Path bin;
  private Path script;
  private String printed;

  @BeforeEach
  void copyTheScript() throws IOException {
    bin = Files.createDirectory(directory.resolve("bin"));
    for (String tool : TOOLS) {
      tool(tool, "exec " + find(tool) + " \"$@\"");
    }
    // Surefire runs in the module's directory; the script lies beside the modules.
    script = Files.copy(Path.of("..", "thimble"), directory.resolve("thimble"));
  }

  private static Path find(String tool) {
    for (String candidate : System.getenv("PATH").split(File.pathSeparator)) {
      if (Files.isExecutable(Path.of(candidate, tool))) {
        return Path.of(candidate, tool);
      }
    }
    throw new AssertionError("no " + tool + " on this machine");
  }

  @Test
  void asksForJavaWhenThereIsNone() throws IOException, InterruptedException {
    assertThat(launch()).isEqualTo(1);
    assertThat(printed)
        .isEqualTo("thimble: no java found; install JDK 17 or newer, or set JAVA_HOME\n");
  }

  @Test
  void refusesAnOldJava() throws IOException, InterruptedException {
    tool("java", "echo 'openjdk version \"1.8.0_402\"' >&2");
    assertThat(launch()).isEqualTo(1);
    assertThat(printed).isEqualTo("thimble: JDK 17 or newer is needed, this java is version 1\n");
  }

  @Test
  void asksForMavenWhenThereIsSomethingToBuild() throws IOException, InterruptedException {
    tool("java", "echo 'openjdk version \"17.0.1\"' >&2");
    Files.createFile(directory.resolve("pom.xml"));
    assertThat(launch()).isEqualTo(1);
    assertThat(printed).isEqualTo("thimble: no mvn found; install Maven 3.8 or newer\n");
  }

  @Test
  void aDistributionRunsItsJarsWithoutBuilding() throws IOException, InterruptedException {
    tool(
        "java",
        "if [ \"$1\" = -version ]; then echo 'openjdk version \"25\"' >&2; else echo \"$@\"; fi");
    Files.createSymbolicLink(bin.resolve("link"), script);
    script = bin.resolve("link");
    assertThat(launch("inspect", "two words")).isZero();
    assertThat(printed)
        .contains("--enable-native-access=ALL-UNNAMED", "-cp " + directory + "/lib/* ")
        .endsWith("dev.thimble.compressor.cli.Thimble inspect two words\n");
  }

  private void tool(String name, String body) throws IOException {
    Path file = Files.writeString(bin.resolve(name), "#!" + find("sh") + "\n" + body + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  private int launch(String... args) throws IOException, InterruptedException {
    String[] command = new String[args.length + 2];
    command[0] = find("sh").toString();
    command[1] = script.toString();
    System.arraycopy(args, 0, command, 2, args.length);
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("PATH", bin.toString());
    builder.environment().remove("JAVA_HOME");
    Process process = builder.start();
    printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return process.waitFor();
  }
}
