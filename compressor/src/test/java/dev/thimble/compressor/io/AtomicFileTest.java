/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AtomicFileTest {
  @TempDir private Path directory;

  @Test
  void createsAndReplaces() throws IOException {
    Path file = directory.resolve("a.bin");
    AtomicFile.write(file, new byte[] {1, 2, 3});
    AtomicFile.write(file, new byte[] {4});
    assertThat(file).hasBinaryContent(new byte[] {4});
    onlyFile(file);
  }

  @Test
  void aFullDiskLeavesTheOldFileAndNoOther() throws IOException {
    Path file = directory.resolve("a.bin");
    Files.write(file, new byte[] {1, 2, 3});
    assertThatThrownBy(
            () ->
                AtomicFile.write(
                    file,
                    out -> {
                      out.write(new byte[100_000]);
                      throw new IOException("No space left on device");
                    }))
        .isInstanceOf(IOException.class)
        .hasMessage(file + ": cannot be written: No space left on device");
    assertThat(file).hasBinaryContent(new byte[] {1, 2, 3});
    onlyFile(file);
  }

  @Test
  void anInterruptLeavesTheOldFileAndNoOther() throws IOException {
    Path file = directory.resolve("a.bin");
    Files.write(file, new byte[] {1, 2, 3});
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> AtomicFile.writeInterruptibly(file, out -> out.write(4)))
        .isInstanceOf(InterruptedException.class);
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
    assertThat(file).hasBinaryContent(new byte[] {1, 2, 3});
    onlyFile(file);
  }

  @Test
  void aFailureWithoutAnOldFileLeavesNothing() {
    Path file = directory.resolve("a.bin");
    assertThatThrownBy(
            () ->
                AtomicFile.write(
                    file,
                    out -> {
                      throw new IllegalStateException("bug");
                    }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void refusesBeforehandWhatCannotBeWritten() {
    assertThatThrownBy(() -> AtomicFile.checkWritable(directory))
        .hasMessage(directory + ": expected a file to write, found a directory");
    Path absent = directory.resolve("absent");
    assertThatThrownBy(() -> AtomicFile.checkWritable(absent.resolve("a.bin")))
        .isInstanceOf(IOException.class)
        .hasMessage(absent.resolve("a.bin") + ": expected an existing directory " + absent);
  }

  private void onlyFile(Path file) throws IOException {
    try (var files = Files.list(directory)) {
      assertThat(files).containsExactly(file);
    }
  }
}
