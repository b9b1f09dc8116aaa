/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.function.BooleanSupplier;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * Turns exceptions into one line and an exit code; the stack trace comes with {@code --verbose}.
 */
final class Errors implements IExecutionExceptionHandler, IParameterExceptionHandler {
  private final BooleanSupplier verbose;

  Errors(BooleanSupplier verbose) {
    this.verbose = verbose;
  }

  @Override
  public int handleParseException(ParameterException e, String[] args) {
    CommandLine command = e.getCommandLine();
    print(command.getErr(), firstLine(e.getMessage()), e);
    command.getErr().println("Try: " + command.getCommandSpec().qualifiedName() + " --help");
    return ExitCode.USAGE;
  }

  @Override
  public int handleExecutionException(Exception e, CommandLine command, ParseResult result) {
    if (e instanceof UncheckedIOException unchecked) {
      return handleExecutionException(unchecked.getCause(), command, result);
    }
    PrintWriter err = command.getErr();
    if (isInterrupt(e)) {
      print(err, "interrupted, " + describeInterrupt(e), e);
      return ExitCode.INTERRUPTED;
    }
    if (e instanceof IOException || e instanceof IllegalArgumentException) {
      print(err, describe(e), e);
      return ExitCode.FAILURE;
    }
    print(err, "internal error: " + e + (verbose.getAsBoolean() ? "" : " (see --verbose)"), e);
    return ExitCode.INTERNAL;
  }

  private void print(PrintWriter err, String line, Exception e) {
    err.println("thimble: " + line);
    if (verbose.getAsBoolean()) {
      e.printStackTrace(err);
    }
    err.flush();
  }

  /** An interrupt in the middle of writing a file closes the file. */
  private static boolean isInterrupt(Exception e) {
    return e instanceof InterruptedException || e.getCause() instanceof ClosedByInterruptException;
  }

  private static String describeInterrupt(Exception e) {
    return e instanceof InterruptedException && e.getMessage() != null
        ? e.getMessage()
        : "nothing written";
  }

  /** The message; java.nio's say the file only, so the cause is put behind it. */
  private static String describe(Exception e) {
    if (e instanceof FileSystemException file && file.getReason() == null) {
      return file.getFile() + ": " + reason(file);
    }
    return e.getMessage() == null ? e.toString() : firstLine(e.getMessage());
  }

  private static String reason(FileSystemException e) {
    if (e instanceof NoSuchFileException) {
      return "no such file or directory";
    }
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    return e instanceof FileAlreadyExistsException ? "exists already" : e.toString();
  }

  private static String firstLine(String message) {
    return message.lines().findFirst().orElse("");
  }
}
