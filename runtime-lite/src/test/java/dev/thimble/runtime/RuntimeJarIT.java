/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;

/** The jar that is shipped. */
class RuntimeJarIT {

  private static final Path JAR = Path.of(System.getProperty("thimble.jar"));
  private static final long MAX_BYTES = 64 << 10;
  private static final int JAVA_8 = 52;
  private static final int MAX_API_TYPES = 10;
  private static final int ACC_PUBLIC = 1;

  /** What the test needs of a class file (JVM specification, chapter 4). */
  private record ClassFile(String entry, int major, List<String> utf8, boolean isPublic) {

    static ClassFile read(String entry, DataInputStream in) throws IOException {
      in.skipNBytes(6);
      int major = in.readUnsignedShort();
      int count = in.readUnsignedShort();
      List<String> utf8 = new ArrayList<>();
      for (int i = 1; i < count; i++) {
        int tag = in.readUnsignedByte();
        switch (tag) {
          case 1 -> utf8.add(in.readUTF());
          case 7, 8, 16, 19, 20 -> in.skipNBytes(2);
          case 15 -> in.skipNBytes(3);
          case 5, 6 -> {
            in.skipNBytes(8);
            i++; // takes two places
          }
          default -> in.skipNBytes(4);
        }
      }
      return new ClassFile(entry, major, utf8, (in.readUnsignedShort() & ACC_PUBLIC) != 0);
    }
  }

  private static List<ClassFile> classes() throws IOException {
    List<ClassFile> classes = new ArrayList<>();
    try (JarFile jar = new JarFile(JAR.toFile())) {
      for (JarEntry entry : jar.stream().filter(e -> e.getName().endsWith(".class")).toList()) {
        classes.add(
            ClassFile.read(entry.getName(), new DataInputStream(jar.getInputStream(entry))));
      }
    }
    assertThat(classes).isNotEmpty();
    return classes;
  }

  private static String jdeps(String... options) {
    List<String> arguments = new ArrayList<>(List.of(options));
    arguments.add(JAR.toString());
    StringWriter out = new StringWriter();
    ToolProvider tool = ToolProvider.findFirst("jdeps").orElseThrow();
    int status =
        tool.run(new PrintWriter(out), new PrintWriter(out), arguments.toArray(String[]::new));
    assertThat(status).as(out.toString()).isZero();
    return out.toString();
  }

  @Test
  void isSmall() throws IOException {
    assertThat(Files.size(JAR)).isLessThanOrEqualTo(MAX_BYTES);
  }

  @Test
  void holdsJava8ClassesOfOurPackagesOnly() throws IOException {
    try (JarFile jar = new JarFile(JAR.toFile())) {
      assertThat(jar.stream().map(JarEntry::getName).filter(name -> !name.endsWith("/")))
          .allMatch(
              name ->
                  name.matches("dev/thimble/(runtime|i)/.*")
                      || name.equals("META-INF/MANIFEST.MF"));
    }
    assertThat(classes()).allMatch(type -> type.major() == JAVA_8);
  }

  @Test
  void namesItsModule() throws IOException {
    try (JarFile jar = new JarFile(JAR.toFile())) {
      assertThat(jar.getManifest().getMainAttributes().getValue("Automatic-Module-Name"))
          .isEqualTo("dev.thimble.runtime");
    }
  }

  @Test
  void needsNothingButTheBaseModule() {
    assertThat(jdeps("--print-module-deps").trim()).isEqualTo("java.base");
  }

  @Test
  void usesOnlyPlainPackages() {
    TreeSet<String> packages = new TreeSet<>();
    for (String line : jdeps("-verbose:package").split("\n")) {
      if (line.contains("->") && !line.contains(".jar ->")) {
        packages.add(line.split("->")[1].trim().split("\\s+")[0]);
      }
    }
    packages.removeIf(name -> name.matches("dev\\.thimble\\.(runtime|i)(\\..*)?"));
    assertThat(packages)
        .isSubsetOf(
            "java.lang", "java.io", "java.nio", "java.nio.charset", "java.util", "java.util.zip");
  }

  @Test
  void callsNothingOnClassObjects() throws IOException {
    assertThat(classes()).noneMatch(type -> type.utf8().contains("java/lang/Class"));
    assertThat(classes()).noneMatch(type -> type.utf8().contains("java/lang/ClassLoader"));
  }

  @Test
  void keepsTheApiSmall() throws IOException {
    List<String> api =
        classes().stream()
            .filter(ClassFile::isPublic)
            .map(ClassFile::entry)
            .filter(entry -> entry.matches("dev/thimble/runtime/[^/]+"))
            .toList();
    assertThat(api)
        .contains("dev/thimble/runtime/Model.class")
        .hasSizeLessThanOrEqualTo(MAX_API_TYPES);
  }
}
