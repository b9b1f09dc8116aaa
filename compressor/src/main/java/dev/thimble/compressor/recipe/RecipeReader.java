/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.recipe;

import dev.thimble.compressor.artifact.Coding;
import dev.thimble.compressor.cluster.ClusterOptions;
import dev.thimble.compressor.dl4j.Distillation;
import dev.thimble.compressor.pipeline.CodeOptions;
import dev.thimble.compressor.pipeline.Recipe;
import dev.thimble.compressor.prune.PruneOptions;
import dev.thimble.compressor.quantize.Granularity;
import dev.thimble.compressor.quantize.QuantizeOptions;
import dev.thimble.compressor.ratedistortion.RateDistortionOptions;
import dev.thimble.compressor.retrain.RetrainOptions;
import dev.thimble.models.training.SharpnessAwareness;

/**
 * A recipe's members. A stage whose key is absent is switched off, and so are distillation and
 * fine-tuning; {@code samRadius} and {@code trainFrom} are off if absent; layers without a value of
 * their own share the stage's. All other keys are required.
 */
final class RecipeReader {

  private RecipeReader() {}

  static Recipe recipe(Fields fields) throws RecipeException {
    return new Recipe(
        fields.text("name"),
        fields.optionalObject("prune", RecipeReader::prune),
        fields.optionalObject("retrain", RecipeReader::retrain),
        fields.optionalObject("finetune", RecipeReader::retrain),
        fields.optionalObject("rate", RecipeReader::rate),
        fields.object("quantize", RecipeReader::quantize),
        fields.optionalObject("cluster", RecipeReader::cluster),
        fields.object("code", RecipeReader::code));
  }

  private static PruneOptions prune(Fields fields) throws RecipeException {
    return new PruneOptions(
        fields.number("density"),
        fields.numbersByLayer("layerDensities"),
        fields.number("ramp"),
        fields.number("settle"),
        fields.number("regrowth"));
  }

  private static RetrainOptions retrain(Fields fields) throws RecipeException {
    return new RetrainOptions(
        fields.integer("epochs"),
        fields.integer("batchSize"),
        fields.number("learningRate"),
        distillation(fields),
        fields.flag("augment"),
        new SharpnessAwareness(fields.optionalNumber("samRadius").orElse(0)));
  }

  private static Distillation distillation(Fields fields) throws RecipeException {
    return fields
        .optionalObject(
            "distillation",
            members -> new Distillation(members.number("share"), members.number("temperature")))
        .orElse(Distillation.NONE);
  }

  private static RateDistortionOptions rate(Fields fields) throws RecipeException {
    return new RateDistortionOptions(
        fields.number("lambda"),
        fields.integer("images"),
        distillation(fields),
        fields.flag("augment"),
        fields.integer("sweeps"));
  }

  private static QuantizeOptions quantize(Fields fields) throws RecipeException {
    return new QuantizeOptions(
        fields.constant("granularity", Granularity.class),
        fields.integer("weightBits"),
        fields.integer("calibrationImages"),
        fields.number("percentile"),
        fields.number("biasTolerance"),
        fields.optionalNumber("trainFrom").orElse(1));
  }

  private static ClusterOptions cluster(Fields fields) throws RecipeException {
    return new ClusterOptions(
        fields.integer("codebookSize"),
        fields.integersByLayer("layerCodebookSizes"),
        fields.optionalObject("fineTuning", RecipeReader::retrain),
        fields.number("assignmentShare"));
  }

  private static CodeOptions code(Fields fields) throws RecipeException {
    return new CodeOptions(
        fields.constant("coding", Coding.class),
        fields.flag("provenance"),
        fields.integer("checkVectors"));
  }
}
