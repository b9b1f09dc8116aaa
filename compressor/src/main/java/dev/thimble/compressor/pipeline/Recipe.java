/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.pipeline;

import dev.thimble.compressor.artifact.Coding;
import dev.thimble.compressor.cluster.ClusterOptions;
import dev.thimble.compressor.prune.PruneOptions;
import dev.thimble.compressor.quantize.QuantizeOptions;
import dev.thimble.compressor.ratedistortion.RateDistortionOptions;
import dev.thimble.compressor.retrain.RetrainOptions;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What each stage does. A stage that is empty is switched off; quantizing is not, since the runtime
 * computes in integers.
 *
 * @param name as reports call it
 */
public record Recipe(
    String name,
    Optional<PruneOptions> prune,
    Optional<RetrainOptions> retrain,
    Optional<RetrainOptions> finetune,
    Optional<RateDistortionOptions> rate,
    QuantizeOptions quantize,
    Optional<ClusterOptions> cluster,
    CodeOptions code) {

  public Recipe {
    if (name == null || !name.matches("[A-Za-z0-9._-]{1,64}")) {
      throw new IllegalArgumentException(
          "a recipe's name has 1 to 64 letters, digits, dots, dashes and underscores, found "
              + name);
    }
    if (quantize == null || code == null) {
      throw new IllegalArgumentException(
          "recipe " + name + ": quantize and code cannot be switched off");
    }
    if (prune.isPresent() && retrain.isEmpty() && prune.get().settle() != 0) {
      throw new IllegalArgumentException(
          "recipe " + name + ": ramp and settle need retraining, set them to 0");
    }
    if (quantize.isTrained() && (prune.isEmpty() || retrain.isEmpty())) {
      throw new IllegalArgumentException("recipe " + name + ": trainFrom needs prune and retrain");
    }
    if ((finetune.isPresent() || rate.isPresent()) && !quantize.isTrained()) {
      throw new IllegalArgumentException(
          "recipe " + name + ": finetune and rate need weights that are trained on their grid");
    }
  }

  public Recipe withCoding(Coding coding) {
    return new Recipe(
        name, prune, retrain, finetune, rate, quantize, cluster, code.withCoding(coding));
  }

  /** Whether a stage trains, so that labelled training images are needed. */
  public boolean trains() {
    return retrain.isPresent() || cluster.flatMap(ClusterOptions::fineTuning).isPresent();
  }

  /** This recipe with other options for every training. */
  public Recipe withTrainings(UnaryOperator<RetrainOptions> change) {
    return new Recipe(
        name,
        prune,
        retrain.map(change),
        finetune.map(change),
        rate,
        quantize,
        cluster.map(options -> options.withFineTuning(change)),
        code);
  }
}
