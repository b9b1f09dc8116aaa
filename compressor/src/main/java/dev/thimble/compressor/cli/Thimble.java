/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.cli;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The root command and program entry. */
@Command(
    name = "thimble",
    description = "Makes small files out of trained neural networks, and runs them.",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      TrainCommand.class,
      CompressCommand.class,
      SensitivityCommand.class,
      CompareCommand.class,
      InspectCommand.class,
      EvaluateCommand.class,
      PredictCommand.class,
      TablesCommand.class
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:data, model or output could not be used",
      "2:wrong command line",
      "3:internal error",
      "130:interrupted"
    })
public final class Thimble {

  @Option(
      names = "--verbose",
      scope = ScopeType.INHERIT,
      description = "Print the stack trace of an error.")
  private boolean verbose;

  /** Runs the program and exits with its code. */
  public static void main(String[] args) {
    Console console = Console.system();
    System.exit(Interruptible.run(() -> run(console, args)));
  }

  /** Runs the program; {@code console} receives everything it prints. */
  static int run(Console console, String... args) {
    Thimble root = new Thimble();
    Errors errors = new Errors(() -> root.verbose);
    return new CommandLine(root, new CommandFactory(console))
        .setOut(new PrintWriter(console.out(), true))
        .setErr(new PrintWriter(console.err(), true))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(errors)
        .setParameterExceptionHandler(errors)
        .execute(args);
  }
}
