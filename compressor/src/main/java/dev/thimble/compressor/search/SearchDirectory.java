/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.search;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.thimble.compressor.io.AtomicFile;
import dev.thimble.compressor.network.Network;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where a search keeps what it has: {@code search.json}, and of each trial the file and, until the
 * search is finished, the retrained weights. A trial counts once {@code search.json} names it,
 * which is written last and in one step, so that a killed search goes on after its last whole
 * trial, and from the last epoch that the next one kept.
 */
public final class SearchDirectory {
  private static final String SUFFIX = ".search";
  private static final String STATE = "search.json";
  private static final int MAX_STATE_BYTES = 1 << 20;

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .build();

  private final Path path;
  private String identity = "";

  private SearchDirectory(Path path) {
    this.path = path;
  }

  /** The directory beside the file that a search is to write. */
  public static SearchDirectory beside(Path output) {
    return new SearchDirectory(output.resolveSibling(output.getFileName() + SUFFIX));
  }

  /** A file of this directory. */
  public Path file(String name) {
    return path.resolve(name);
  }

  /** The file of a trial. */
  public Path artifact(Trial trial) {
    return file("trial-" + trial.number() + ".thim");
  }

  /**
   * Opens the directory for a search.
   *
   * @param identity of the search
   * @param resume whether to go on with what is there
   * @return the trials so far; none for a new search
   * @throws IOException if there is nothing to resume, something unfinished that is not to be
   *     resumed, or another search
   */
  List<Trial> open(String identity, boolean resume) throws IOException {
    Optional<SearchState> found =
        Files.exists(file(STATE)) ? Optional.of(read()) : Optional.empty();
    this.identity = identity;
    if (!resume) {
      if (found.isPresent() && !found.get().finished()) {
        throw new IOException(
            path + ": holds an unfinished search: go on with --resume, or delete it");
      }
      clear();
      save(List.of(), false);
      return List.of();
    }
    if (found.isEmpty()) {
      throw new IOException(path + ": expected a search to resume, found none");
    }
    if (!found.get().identity().equals(identity)) {
      throw new IOException(
          path
              + ": expected a search of the same model, data, recipe, seed and goal, found another");
    }
    return found.get().trials();
  }

  private SearchState read() throws IOException {
    if (Files.size(file(STATE)) > MAX_STATE_BYTES) {
      throw new IOException(
          file(STATE) + ": expected at most " + MAX_STATE_BYTES + " bytes, found more");
    }
    try {
      return JSON.readValue(Files.readAllBytes(file(STATE)), SearchState.class);
    } catch (JsonProcessingException e) {
      String problem = e.getOriginalMessage().lines().findFirst().orElse("");
      throw new IOException(file(STATE) + ": expected the state of a search: " + problem, e);
    }
  }

  private void clear() throws IOException {
    Files.createDirectories(path);
    try (DirectoryStream<Path> old = Files.newDirectoryStream(path, "trial-*")) {
      for (Path file : old) {
        Files.delete(file);
      }
    }
  }

  /** Keeps a trial: its weights and file first, then that it counts. */
  void add(List<Trial> trials, Network retrained, byte[] artifact) throws IOException {
    Trial trial = trials.get(trials.size() - 1);
    WeightsFile.write(weights(trial.number()), retrained);
    AtomicFile.write(artifact(trial), artifact);
    save(trials, false);
    Files.deleteIfExists(checkpoint(trial.number()));
  }

  /** Where a trial keeps how far it is. */
  Path checkpoint(int trial) {
    return file("trial-" + trial + ".checkpoint");
  }

  /** The retrained network of a trial. */
  Network network(int trial, Network architecture) throws IOException {
    return WeightsFile.read(weights(trial), architecture);
  }

  /** Marks the search as done; what it could go on from is of no more use. */
  void finish(List<Trial> trials) throws IOException {
    save(trials, true);
    for (Trial trial : trials) {
      Files.deleteIfExists(weights(trial.number()));
      Files.deleteIfExists(checkpoint(trial.number())); // left by a kill just after the trial
    }
  }

  private Path weights(int trial) {
    return file("trial-" + trial + ".weights");
  }

  private void save(List<Trial> trials, boolean finished) throws IOException {
    SearchState state = new SearchState(SearchState.VERSION, identity, finished, trials);
    AtomicFile.write(file(STATE), JSON.writeValueAsBytes(state));
  }
}
