/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.thimble.compressor.io.AtomicFile;
import dev.thimble.compressor.io.Fingerprint;
import dev.thimble.compressor.pipeline.CompressionPipeline;
import dev.thimble.compressor.recipe.RecipeJson;
import dev.thimble.compressor.report.CompressionReport;
import dev.thimble.compressor.report.ReportJson;
import dev.thimble.compressor.report.tables.StageFigures;
import dev.thimble.compressor.report.tables.TableFile;
import dev.thimble.runtime.Model;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What a run leaves in a directory: {@code NAME.thim}, and then {@code NAME.json}, which says what
 * made it. A file counts only with its record, so that a killed run is made again.
 */
final class RunFiles {
  private static final String HINT = "; delete it and it is made again";
  private static final int MAX_RECORD_BYTES = 1 << 20;

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private final TableRun run;
  private final Path artifact;
  private final Path record;

  /**
   * What is written of a run.
   *
   * @param thimble version that made the file
   * @param sha256 of the file
   * @param report its figures
   */
  private record Written(String thimble, String sha256, CompressionReport report) {}

  /** What is read of it again. */
  private record Found(String thimble, String sha256, FoundReport report) {}

  /** What is read of the report again. */
  private record FoundReport(
      String model, String data, long seed, ObjectNode recipe, List<StageFigures> stages) {

    private FoundReport {
      stages = List.copyOf(stages);
    }
  }

  RunFiles(Path directory, TableRun run) {
    this.run = run;
    this.artifact = directory.resolve(run.name() + ArtifactFile.EXTENSION);
    this.record = directory.resolve(run.name() + ".json");
  }

  Path artifact() {
    return artifact;
  }

  /**
   * Whether the run is done.
   *
   * @throws IOException if there is a file that is damaged or that another run made; names it and
   *     says what to do
   */
  boolean isDone() throws IOException {
    if (!Files.exists(artifact)) {
      return false;
    }
    Model model = model();
    if (!Files.exists(record)) {
      requireOwn(model);
      return false;
    }
    requireSame(found());
    return true;
  }

  /** Reads the file of a run that is done. */
  TableFile read() throws IOException {
    return TableFile.of(
        run.original().reference(),
        run.recipe().name(),
        run.seed(),
        Files.readAllBytes(artifact),
        found().report().stages());
  }

  /** Writes the record of the file, which is there already. */
  void finish(CompressionReport report) throws IOException {
    String sha256 = new Fingerprint().add(Files.readAllBytes(artifact)).hex();
    AtomicFile.write(record, ReportJson.write(new Written(Version.text(), sha256, report)));
  }

  private Model model() throws IOException {
    try {
      return ArtifactFile.read(artifact);
    } catch (IOException e) {
      throw e.getCause() == null ? e : new IOException(e.getMessage() + HINT, e);
    }
  }

  /** A file without a record is replaced only if its own words say that it is of this run. */
  private void requireOwn(Model model) throws IOException {
    Map<String, String> origin = model.description().provenance();
    String network = run.original().reference().id();
    if (!origin.equals(CompressionPipeline.provenance(network, run.recipe(), run.seed()))) {
      throw new IOException(
          artifact
              + ": expected a file of network "
              + network
              + ", recipe "
              + run.recipe().name()
              + " and seed "
              + run.seed()
              + ", found "
              + origin
              + HINT);
    }
  }

  private Found found() throws IOException {
    if (Files.size(record) > MAX_RECORD_BYTES) {
      throw new IOException(
          record + ": expected at most " + MAX_RECORD_BYTES + " bytes, found more" + HINT);
    }
    try {
      Found found = JSON.readValue(Files.readAllBytes(record), Found.class);
      if (found != null) {
        return found;
      }
    } catch (JsonProcessingException e) {
      String problem = e.getOriginalMessage().lines().findFirst().orElse("");
      throw new IOException(record + ": expected the record of a run: " + problem + HINT, e);
    }
    throw new IOException(record + ": expected the record of a run, found null" + HINT);
  }

  private void requireSame(Found found) throws IOException {
    FoundReport report = found.report();
    requireSame("Thimble", Version.text(), found.thimble());
    requireSame("network", run.original().reference().id(), report.model());
    requireSame("data", run.original().images().name(), report.data());
    requireSame("seed", Long.toString(run.seed()), Long.toString(report.seed()));
    if (!report.recipe().equals(RecipeJson.toTree(run.recipe()))) {
      throw new IOException(
          artifact + ": made by another recipe of the name " + run.recipe().name() + HINT);
    }
    requireSame(
        "SHA-256", found.sha256(), new Fingerprint().add(Files.readAllBytes(artifact)).hex());
  }

  private void requireSame(String what, String expected, String found) throws IOException {
    if (!expected.equals(found)) {
      throw new IOException(
          artifact + ": expected " + what + " " + expected + ", found " + found + HINT);
    }
  }
}
