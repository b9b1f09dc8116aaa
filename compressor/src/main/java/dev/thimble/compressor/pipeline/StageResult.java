/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.pipeline;

import dev.thimble.compressor.network.Network;
import dev.thimble.compressor.quantize.IntegerNetwork;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a stage left.
 *
 * @param network the network after the stage
 * @param integers its integer form, from the quantize stage on
 * @param sizeBytes what the network takes after the stage, as {@link StageSize} counts it
 * @param validationError share of the validation images that are classified wrong, in [0, 1]; empty
 *     without labelled images
 * @param duration time that the stage took
 */
public record StageResult(
    Stage stage,
    Network network,
    Optional<IntegerNetwork> integers,
    long sizeBytes,
    OptionalDouble validationError,
    Duration duration) {}
