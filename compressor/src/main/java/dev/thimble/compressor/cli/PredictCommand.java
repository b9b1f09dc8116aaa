/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.cli;

import dev.thimble.compressor.image.AsciiPicture;
import dev.thimble.compressor.image.Picture;
import dev.thimble.compressor.image.PictureFile;
import dev.thimble.compressor.report.Prediction;
import dev.thimble.compressor.report.PredictionText;
import dev.thimble.runtime.Model;
import dev.thimble.runtime.Session;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Classifies image files. */
@Command(
    name = "predict",
    description = "Classifies images with a compressed file.",
    footer = {"", "MNIST's digits are white on black: use --invert for ink on paper."})
final class PredictCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(index = "0", paramLabel = "FILE.thim", description = ArtifactFile.DESCRIPTION)
  private Path file;

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "IMAGE.png",
      description = "Images of the size that the network takes.")
  private List<Path> images;

  @Option(
      names = "--fit",
      description = "Scale images of other sizes, with a border where proportions differ.")
  private boolean fit;

  @Option(names = "--invert", description = "Exchange black and white.")
  private boolean invert;

  @Option(names = "--json", description = "Print JSON instead of pictures and tables.")
  private boolean json;

  PredictCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    Model model = ArtifactFile.read(file);
    List<Picture> pictures = new ArrayList<>();
    for (Path image : images) {
      pictures.add(picture(image, model));
    }
    Session session = model.newSession();
    List<Prediction> predictions = new ArrayList<>();
    for (int i = 0; i < pictures.size(); i++) {
      String name = images.get(i).toString();
      predictions.add(Prediction.of(model, session, name, pictures.get(i).samples()));
    }
    console.print(json, predictions, () -> text(predictions, pictures));
    return ExitCode.OK;
  }

  private Picture picture(Path image, Model model) throws IOException {
    PictureFile source = new PictureFile(image, model.inputChannels());
    int height = model.inputHeight();
    int width = model.inputWidth();
    Picture picture = fit ? source.readAnySize() : source.read(height, width);
    picture = invert ? picture.inverted() : picture;
    return fit ? picture.fit(height, width, model.inputZeroPoint()) : picture;
  }

  private static String text(List<Prediction> predictions, List<Picture> pictures) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < predictions.size(); i++) {
      texts.add(PredictionText.of(predictions.get(i), AsciiPicture.lines(pictures.get(i))));
    }
    return String.join("\n", texts);
  }
}
