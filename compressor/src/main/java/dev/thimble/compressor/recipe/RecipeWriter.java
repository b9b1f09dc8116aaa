/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.recipe;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.thimble.compressor.cluster.ClusterOptions;
import dev.thimble.compressor.dl4j.Distillation;
import dev.thimble.compressor.pipeline.CodeOptions;
import dev.thimble.compressor.pipeline.Recipe;
import dev.thimble.compressor.prune.PruneOptions;
import dev.thimble.compressor.quantize.QuantizeOptions;
import dev.thimble.compressor.ratedistortion.RateDistortionOptions;
import dev.thimble.compressor.retrain.RetrainOptions;
import java.util.TreeMap;

/** The members of a recipe in {@link RecipeReader}'s order; what is switched off is left out. */
final class RecipeWriter {

  private RecipeWriter() {}

  static ObjectNode recipe(Recipe recipe) {
    ObjectNode node = object();
    node.put("name", recipe.name());
    recipe.prune().ifPresent(options -> node.set("prune", prune(options)));
    recipe.retrain().ifPresent(options -> node.set("retrain", retrain(options)));
    recipe.finetune().ifPresent(options -> node.set("finetune", retrain(options)));
    recipe.rate().ifPresent(options -> node.set("rate", rate(options)));
    node.set("quantize", quantize(recipe.quantize()));
    recipe.cluster().ifPresent(options -> node.set("cluster", cluster(options)));
    node.set("code", code(recipe.code()));
    return node;
  }

  private static ObjectNode prune(PruneOptions options) {
    ObjectNode node = object();
    node.put("density", options.density());
    if (!options.layerDensities().isEmpty()) {
      ObjectNode layers = node.putObject("layerDensities");
      new TreeMap<>(options.layerDensities()).forEach(layers::put);
    }
    return node.put("ramp", options.ramp())
        .put("settle", options.settle())
        .put("regrowth", options.regrowth());
  }

  private static ObjectNode retrain(RetrainOptions options) {
    ObjectNode node = object();
    node.put("epochs", options.epochs());
    node.put("batchSize", options.batchSize());
    node.put("learningRate", options.learningRate());
    put(options.distillation(), node);
    node.put("augment", options.augment());
    if (options.sharpness().isOn()) {
      node.put("samRadius", options.sharpness().radius());
    }
    return node;
  }

  private static ObjectNode rate(RateDistortionOptions options) {
    ObjectNode node = object().put("lambda", options.lambda()).put("images", options.images());
    put(options.distillation(), node);
    return node.put("augment", options.augment()).put("sweeps", options.sweeps());
  }

  private static void put(Distillation distillation, ObjectNode node) {
    if (!distillation.equals(Distillation.NONE)) {
      node.putObject("distillation")
          .put("share", distillation.share())
          .put("temperature", distillation.temperature());
    }
  }

  private static ObjectNode quantize(QuantizeOptions options) {
    ObjectNode node = object();
    node.put("granularity", Fields.nameOf(options.granularity()));
    node.put("weightBits", options.weightBits());
    if (options.isTrained()) {
      node.put("trainFrom", options.trainFrom());
    }
    return node.put("calibrationImages", options.calibrationImages())
        .put("percentile", options.percentile())
        .put("biasTolerance", options.biasTolerance());
  }

  private static ObjectNode cluster(ClusterOptions options) {
    ObjectNode node = object();
    node.put("codebookSize", options.codebookSize());
    if (!options.layerCodebookSizes().isEmpty()) {
      ObjectNode layers = node.putObject("layerCodebookSizes");
      new TreeMap<>(options.layerCodebookSizes()).forEach(layers::put);
    }
    options.fineTuning().ifPresent(training -> node.set("fineTuning", retrain(training)));
    return node.put("assignmentShare", options.assignmentShare());
  }

  private static ObjectNode code(CodeOptions options) {
    return object()
        .put("coding", Fields.nameOf(options.coding()))
        .put("provenance", options.provenance())
        .put("checkVectors", options.checkVectors());
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
