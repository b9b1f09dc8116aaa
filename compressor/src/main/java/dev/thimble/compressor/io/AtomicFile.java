/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.io;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Writes a file so that readers see the old content or the new, never a part: a temporary file in
 * the same directory, fsync, rename.
 */
public final class AtomicFile {
  private static final int BUFFER_BYTES = 1 << 16;

  private AtomicFile() {}

  /** Writes the new content. */
  @FunctionalInterface
  public interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * Replaces or creates {@code target}. When anything fails the old file, if any, is untouched and
   * no temporary file stays.
   */
  public static void write(Path target, Content content) throws IOException {
    Path absolute = target.toAbsolutePath();
    Path temporary = absolute.resolveSibling("." + absolute.getFileName() + ".tmp");
    try {
      try (FileChannel channel =
          FileChannel.open(
              temporary,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE)) {
        OutputStream out =
            new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER_BYTES);
        content.writeTo(out);
        out.flush();
        channel.force(true);
      }
      Files.move(
          temporary, absolute, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (FileSystemException | RuntimeException | Error e) {
      discard(temporary, e);
      throw e;
    } catch (IOException e) {
      // A full disk, for one, is reported without the file's name.
      discard(temporary, e);
      throw new IOException(target + ": cannot be written: " + e.getMessage(), e);
    }
  }

  /**
   * As {@link #write(Path, Content)}.
   *
   * @throws InterruptedException if this thread is interrupted, which closes the file; the old one,
   *     if any, is untouched
   */
  public static void writeInterruptibly(Path target, Content content)
      throws IOException, InterruptedException {
    try {
      write(target, content);
    } catch (IOException e) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      throw e;
    }
  }

  private static void discard(Path temporary, Throwable failure) {
    try {
      Files.deleteIfExists(temporary);
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
  }

  /** Replaces or creates {@code target} with these bytes. */
  public static void write(Path target, byte[] content) throws IOException {
    write(target, out -> out.write(content));
  }

  /**
   * Fails early, before long work, where {@link #write} would fail at its end.
   *
   * @throws IOException if {@code target} is a directory, or its directory is missing or read-only
   */
  public static void checkWritable(Path target) throws IOException {
    if (Files.isDirectory(target)) {
      throw new IOException(target + ": expected a file to write, found a directory");
    }
    Path directory = target.toAbsolutePath().getParent();
    if (directory == null || !Files.isDirectory(directory)) {
      throw new IOException(target + ": expected an existing directory " + directory);
    }
    if (!Files.isWritable(directory)) {
      throw new IOException(target + ": no permission to write in " + directory);
    }
  }

  /**
   * Fails early where files of {@code directory} could not be written; it may be missing.
   *
   * @throws IOException if it is a file, or read-only
   */
  public static void checkDirectory(Path directory) throws IOException {
    if (Files.exists(directory) && !Files.isDirectory(directory)) {
      throw new IOException(directory + ": expected a directory to write, found a file");
    }
    if (Files.exists(directory) && !Files.isWritable(directory)) {
      throw new IOException(directory + ": no permission to write in it");
    }
  }
}
