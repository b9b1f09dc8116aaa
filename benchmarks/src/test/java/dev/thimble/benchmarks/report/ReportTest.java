/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

class ReportTest {
  private static final Circumstances CIRCUMSTANCES =
      new Circumstances(
          "a processor", 2, "Linux", "a JVM", LocalDate.of(2026, 1, 2), "the command", 0.5);

  private static final List<Measurement> MEASUREMENTS =
      List.of(
          one(Subjects.SMALL, 1, 2),
          one("ONNX Runtime, int8", 1, 8),
          one(Subjects.SMALL, 2, 3),
          Measurement.of(Suite.JAR, "", "Thimble <lite>", 50));

  private static Measurement one(String subject, int threads, double median) {
    return new Measurement(
        Suite.ONE_IMAGE, "lenet-5", subject, threads, median, OptionalDouble.of(2 * median));
  }

  @Test
  void tablesHaveTheRatioToTheRivalOfTheSameThreads() {
    String text = MarkdownReport.write(CIRCUMSTANCES, MEASUREMENTS, List.of());

    assertThat(text)
        .contains("Measured on 2026-01-02 by `the command`: a processor, 2 cores")
        .contains("| lenet-5 | 1 | Thimble, compressed (small) | 2 | 4 | 0.25 |")
        .contains("| lenet-5 | 2 | Thimble, compressed (small) | 3 | 6 |  |")
        .contains("|  | Thimble <lite> | 50 |")
        .contains("images/benchmark-one-image-lenet-5.svg");
  }

  @Test
  void goalsAreComparedWithTheFigureOfOneThread() {
    List<Goal> goals =
        List.of(
            Goal.relative(Suite.ONE_IMAGE, "lenet-5", Subjects.SMALL, 0.25),
            Goal.relative(Suite.ONE_IMAGE, "lenet-5", Subjects.SMALL, 0.24),
            Goal.absolute(Suite.JAR, "", "Thimble <lite>", 49.9),
            Goal.absolute(Suite.LOAD, "lenet-5", Subjects.SMALL, 20));

    String table = GoalTable.write(goals, MEASUREMENTS);

    assertThat(table.lines().skip(2))
        .containsExactly(
            "| lenet-5, Thimble, compressed (small): Time of one image | ≤ 0.25 × ONNX Runtime, int8"
                + " | 0.25 × | reached |",
            "| lenet-5, Thimble, compressed (small): Time of one image | ≤ 0.24 × ONNX Runtime, int8"
                + " | 0.25 × | **not reached** |",
            "| Thimble <lite>: Size of the jars | ≤ 49.9 KB | 50 KB | **not reached** |");
  }

  @Test
  void refusesAGoalThatNothingReaches() {
    assertThatThrownBy(() -> Goal.absolute(Suite.JAR, "", Subjects.THIMBLE_JAR, 0))
        .hasMessage("limit must be above 0, found 0.0");
  }

  @Test
  void jsonHasEveryFigure() throws IOException {
    JsonNode root = new ObjectMapper().readTree(JsonReport.write(CIRCUMSTANCES, MEASUREMENTS));

    assertThat(root.get("circumstances").get("cores").asInt()).isEqualTo(2);
    assertThat(root.get("measurements")).hasSize(MEASUREMENTS.size());
    assertThat(root.get("measurements").get(1).get("median").asDouble()).isEqualTo(8);
    assertThat(root.get("measurements").get(1).get("unit").asText()).isEqualTo("µs");
  }

  @Test
  void chartsAreXmlWithABarForEachSubject(@TempDir Path directory) throws Exception {
    ChartFiles.write(MEASUREMENTS, directory);

    byte[] svg = Files.readAllBytes(directory.resolve("benchmark-one-image-lenet-5.svg"));
    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(svg));
    assertThat(document.getDocumentElement().getTextContent())
        .contains("Time of one image, lenet-5", Subjects.SMALL, "ONNX Runtime, int8");
  }

  @Test
  void refusesAFigureThatIsNone() {
    assertThatThrownBy(() -> Measurement.of(Suite.HEAP, "n", "Thimble", Double.NaN))
        .hasMessage("HEAP of Thimble must be a finite number, found NaN");
  }
}
