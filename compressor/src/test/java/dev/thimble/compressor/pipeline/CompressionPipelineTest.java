/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.thimble.compressor.artifact.Coding;
import dev.thimble.compressor.cluster.ClusterOptions;
import dev.thimble.compressor.dl4j.Distillation;
import dev.thimble.compressor.network.Activation;
import dev.thimble.compressor.network.DenseLayer;
import dev.thimble.compressor.network.Network;
import dev.thimble.compressor.network.TinyNetworks;
import dev.thimble.compressor.network.WeightedLayer;
import dev.thimble.compressor.network.Weights;
import dev.thimble.compressor.prune.PruneOptions;
import dev.thimble.compressor.quantize.Granularity;
import dev.thimble.compressor.quantize.IntegerNetwork;
import dev.thimble.compressor.quantize.QuantizeOptions;
import dev.thimble.compressor.ratedistortion.RateDistortionOptions;
import dev.thimble.compressor.retrain.RetrainOptions;
import dev.thimble.compressor.retrain.ToyData;
import dev.thimble.models.data.ImageSet;
import dev.thimble.models.data.TrainingData;
import dev.thimble.models.training.SharpnessAwareness;
import dev.thimble.models.training.TrainingListener;
import dev.thimble.runtime.Model;
import dev.thimble.runtime.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CompressionPipelineTest {

  private static final RetrainOptions TRAINING =
      new RetrainOptions(8, 32, 1e-2, new Distillation(0.5, 2), false, SharpnessAwareness.NONE);
  private static final Recipe ALL =
      new Recipe(
          "all",
          Optional.of(new PruneOptions(0.3, Map.of(), 0.5, 0.8, 0.8)),
          Optional.of(TRAINING),
          Optional.empty(),
          Optional.empty(),
          QuantizeOptions.DEFAULT.withGranularity(Granularity.LAYER),
          Optional.of(new ClusterOptions(6, Map.of(), Optional.of(TRAINING), 0.5)),
          new CodeOptions(Coding.HUFFMAN, true, 2));
  private static final Recipe QUANTIZE_ONLY =
      new Recipe(
          "int8",
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          QuantizeOptions.DEFAULT,
          Optional.empty(),
          new CodeOptions(Coding.RAW, false, 0));

  private final TrainingData images = ToyData.make(1);
  private final CompressionData data = CompressionData.of(images);
  private final Network network =
      TinyNetworks.dense(new int[] {ToyData.PIXELS, 24, ToyData.CLASSES}, 2);
  private final Log log = new Log();

  @Test
  void goesThroughAllStagesAndGetsSmaller() throws Exception {
    Compression compression = CompressionPipeline.run("toy", network, ALL, data, 3, log);
    assertThat(log.begun)
        .containsExactly(
            Stage.ORIGINAL,
            Stage.PRUNE,
            Stage.RETRAIN,
            Stage.REDUCE,
            Stage.QUANTIZE,
            Stage.CLUSTER,
            Stage.CODE);
    List<StageResult> stages = compression.stages();
    assertThat(stages).extracting(StageResult::stage).containsExactlyElementsOf(log.begun);
    assertThat(stages.get(0).sizeBytes()).isEqualTo(4 * network.parameters());
    assertThat(stages.get(1).sizeBytes()).isLessThan(stages.get(0).sizeBytes());
    assertThat(stages.get(3).sizeBytes()).isLessThanOrEqualTo(stages.get(2).sizeBytes());
    assertThat(stages.get(4).sizeBytes()).isLessThan(stages.get(3).sizeBytes());
    assertThat(stages.get(5).sizeBytes()).isLessThan(stages.get(4).sizeBytes());
    assertThat(stages.get(6).sizeBytes()).isEqualTo(compression.artifact().sizeBytes());
    assertThat(stages.get(6).validationError().orElseThrow()).isLessThan(0.2);
  }

  @Test
  void trainsTheSameWeightsOnceMoreAndChoosesTheirLevels() throws Exception {
    Recipe levels =
        new Recipe(
            "levels",
            Optional.of(new PruneOptions(0.5, Map.of(), 0.5, 1, 1)),
            Optional.of(TRAINING),
            Optional.of(TRAINING),
            Optional.of(new RateDistortionOptions(1e-3, 300, Distillation.NONE, false, 1)),
            new QuantizeOptions(Granularity.LAYER, 3, 100, 100, 0.25, 0.4),
            Optional.empty(),
            new CodeOptions(Coding.RANGE, true, 0));
    Compression compression = CompressionPipeline.run("toy", network, levels, data, 3, log);
    List<StageResult> stages = compression.stages();
    assertThat(log.begun)
        .containsExactly(
            Stage.ORIGINAL,
            Stage.PRUNE,
            Stage.RETRAIN,
            Stage.FINETUNE,
            Stage.RATE,
            Stage.REDUCE,
            Stage.QUANTIZE,
            Stage.CODE);
    for (int layer = 0; layer < 2; layer++) {
      Weights retrained = stages.get(2).network().weightedLayers().get(layer).weights();
      Weights finetuned = stages.get(3).network().weightedLayers().get(layer).weights();
      Weights chosen = stages.get(4).network().weightedLayers().get(layer).weights();
      for (int i = 0; i < retrained.size(); i++) {
        assertThat(finetuned.isKept(i)).isEqualTo(retrained.isKept(i));
        assertThat(finetuned.isKept(i) || !chosen.isKept(i)).isTrue();
      }
      assertThat(finetuned.effective()).isNotEqualTo(retrained.effective());
      assertThat(chosen.kept()).isLessThan(finetuned.kept());
    }
    assertThat(stages.get(7).validationError().orElseThrow()).isLessThan(0.2);
  }

  @Test
  void theFileComputesWhatTheLastStageComputes() throws Exception {
    Compression compression = CompressionPipeline.run("toy", network, ALL, data, 3, log);
    Model model = Model.load(compression.artifact().bytes());
    Session session = model.newSession();
    IntegerNetwork oracle = compression.stages().get(6).integers().orElseThrow();
    int[] scores = new int[ToyData.CLASSES];
    ImageSet validation = images.validation();
    for (int i = 0; i < validation.count(); i++) {
      session.scores(validation.pixels(i), scores);
      assertThat(scores).isEqualTo(oracle.scores(validation.pixels(i)));
    }
    assertThat(model.selfCheck().passed()).isTrue();
    assertThat(model.selfCheck().vectorCount()).isEqualTo(2);
  }

  @Test
  void givesTheSameBytesTwiceAndOthersForAnotherSeed() throws Exception {
    byte[] first = CompressionPipeline.run("toy", network, ALL, data, 3, log).artifact().bytes();
    assertThat(CompressionPipeline.run("toy", network, ALL, data, 3, log).artifact().bytes())
        .isEqualTo(first);
    assertThat(CompressionPipeline.run("toy", network, ALL, data, 4, log).artifact().bytes())
        .isNotEqualTo(first);
  }

  @Test
  void quantizesWithCalibrationImagesOnly() throws Exception {
    ImageSet labelled = images.training();
    byte[] pixels = new byte[100 * ToyData.PIXELS];
    for (int i = 0; i < 100; i++) {
      labelled.copyPixels(i, pixels, i * ToyData.PIXELS);
    }
    CompressionData calibration =
        CompressionData.calibrationOnly(ImageSet.unlabelled(labelled.shape(), pixels));
    Compression compression =
        CompressionPipeline.run("toy", network, QUANTIZE_ONLY, calibration, 3, log);
    assertThat(log.begun).containsExactly(Stage.ORIGINAL, Stage.QUANTIZE, Stage.CODE);
    assertThat(compression.stages()).allMatch(stage -> stage.validationError().isEmpty());
    assertThat(Model.load(compression.artifact().bytes()).classCount()).isEqualTo(ToyData.CLASSES);
  }

  @Test
  void saysNoNameTwiceInTheProvenance() throws Exception {
    Compression other = CompressionPipeline.run("toy", network, ALL, data, 3, log);
    assertThat(provenance(other)).containsExactlyInAnyOrder("network", "recipe", "seed");
    Compression own = CompressionPipeline.run("all", network, ALL, data, 3, log);
    assertThat(provenance(own)).containsExactlyInAnyOrder("network", "seed");
    Recipe variant =
        new Recipe(
            "toy-all",
            ALL.prune(),
            ALL.retrain(),
            ALL.finetune(),
            ALL.rate(),
            ALL.quantize(),
            ALL.cluster(),
            ALL.code());
    Compression named = CompressionPipeline.run("toy", network, variant, data, 3, log);
    assertThat(provenance(named)).containsExactlyInAnyOrder("recipe", "seed");
    assertThat(own.artifact().headerBytes()).isLessThan(other.artifact().headerBytes());
  }

  private static Set<String> provenance(Compression compression) throws Exception {
    return Model.load(compression.artifact().bytes()).description().provenance().keySet();
  }

  @Test
  void refusesToTrainWithoutLabelsBeforeAnyStage() {
    CompressionData calibration = CompressionData.calibrationOnly(images.training());
    assertThatThrownBy(() -> CompressionPipeline.run("toy", network, ALL, calibration, 3, log))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "recipe all trains, which needs labelled training images; only calibration images were found");
    assertThat(log.begun).isEmpty();
  }

  @Test
  void refusesImagesOfAnotherShapeBeforeAnyStage() {
    Network other = TinyNetworks.dense(new int[] {9, 4, ToyData.CLASSES}, 2);
    assertThatThrownBy(() -> CompressionPipeline.run("toy", other, ALL, data, 3, log))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("the network takes images of ");
    assertThat(log.begun).isEmpty();
  }

  @Test
  void refusesMoreClassesThanTheNetworkHasBeforeAnyStage() {
    Network other = TinyNetworks.dense(new int[] {ToyData.PIXELS, 3}, 2);
    assertThatThrownBy(() -> CompressionPipeline.run("toy", other, ALL, data, 3, log))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the network has 3 classes, the data has 4");
    assertThat(log.begun).isEmpty();
  }

  @Test
  void refusesToTrainWhatCannotBeTrainedBeforeAnyStage() {
    List<WeightedLayer> layers = new ArrayList<>(network.weightedLayers());
    DenseLayer last = (DenseLayer) layers.get(1);
    layers.set(
        1, new DenseLayer(last.name(), last.input(), last.weights(), last.bias(), Activation.RELU));
    Network other = network.withWeightedLayers(layers);
    assertThatThrownBy(() -> CompressionPipeline.run("toy", other, ALL, data, 3, log))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "layer fc2: only networks that end with a dense layer without activation can be"
                + " retrained");
    assertThat(log.begun).isEmpty();
  }

  /** Remembers which stages began. */
  private static final class Log implements PipelineListener {
    private final List<Stage> begun = new ArrayList<>();

    @Override
    public void onBegin(Stage stage) {
      begun.add(stage);
    }

    @Override
    public TrainingListener training(Stage stage) {
      return TrainingListener.SILENT;
    }

    @Override
    public void onEnd(StageResult result) {}
  }
}
