/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.report;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A stage in the final table.
 *
 * @param stage its name
 * @param bytes what the network takes after it
 * @param ratio how many times smaller than the original's 32-bit floats that is
 * @param validationError share of wrongly classified validation images, in [0, 1], or null
 * @param testError the same of the test images, or null
 * @param seconds time that the stage took
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StageRow(
    String stage,
    long bytes,
    double ratio,
    Double validationError,
    Double testError,
    double seconds) {}
