/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.cli;

import dev.thimble.models.training.SharpnessAwareness;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Sharpness-aware minimisation of a training. */
final class SharpnessOption {

  @Option(
      names = "--sam",
      paramLabel = "RHO",
      converter = Converter.class,
      description =
          "Train by sharpness-aware minimisation: each step's gradient is taken where the loss is"
              + " highest within the distance RHO of the weights, such as 0.05; twice the time.")
  private SharpnessAwareness sharpness;

  /** What was asked for, or empty. */
  Optional<SharpnessAwareness> value() {
    return Optional.ofNullable(sharpness);
  }

  /** Reads a radius. */
  static final class Converter implements ITypeConverter<SharpnessAwareness> {
    @Override
    public SharpnessAwareness convert(String radius) {
      try {
        return new SharpnessAwareness(Double.parseDouble(radius));
      } catch (NumberFormatException e) {
        throw new TypeConversionException("expected a number, found " + radius);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(e.getMessage());
      }
    }
  }
}
