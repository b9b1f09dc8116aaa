/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.models.training;

import java.time.Duration;

/**
 * Where a training stands after a step.
 *
 * @param epoch the current epoch, from 1
 * @param epochs epochs in all
 * @param step steps done since the start
 * @param steps steps in all
 * @param loss mean loss of the last batch
 * @param validationError error of the last validation in 0 … 1, NaN before the first
 * @param timeLeft estimate from the steps so far
 */
public record TrainingProgress(
    int epoch,
    int epochs,
    long step,
    long steps,
    double loss,
    double validationError,
    Duration timeLeft) {}
