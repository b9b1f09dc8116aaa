/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.sensitivity.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.thimble.compressor.report.ReportJson;
import dev.thimble.compressor.sensitivity.SensitivityReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SensitivityJsonTest {

  @TempDir private Path directory;
  private Path file;

  @BeforeEach
  void write() throws IOException {
    file = directory.resolve(SensitivityFiles.JSON);
    Files.write(file, ReportJson.write(SampleReport.complete()));
  }

  @Test
  void readsWhatWasWritten() throws IOException {
    for (SensitivityReport report :
        new SensitivityReport[] {SampleReport.complete(), SampleReport.withoutGradients()}) {
      Files.write(file, ReportJson.write(report));
      SensitivityReport read = SensitivityJson.read(file);
      assertThat(read).isEqualTo(SensitivityJson.read(directory));
      assertThat(ReportJson.write(read)).isEqualTo(Files.readAllBytes(file));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "\"schemaVersion\" : 1 | \"schemaVersion\" : 2 | schemaVersion: expected 1, found 2",
        "\"schemaVersion\" : 1 | \"schemaVersion\" : \"1\" | schemaVersion: expected 1, found \"1\"",
        "\"samples\" : 5000 | \"samples\" : \"many\" | subject.samples: expected an integer, found \"many\"",
        "\"samples\" : 5000 | \"samples\" : 1.5 | subject.samples: expected an integer, found 1.5",
        "\"samples\" : 5000 | \"samples\" : 0 | subject: samples must be at least 1, found 0",
        "\"samples\" : 5000 | \"samples\" : 5000, \"sample\" : 1 | subject.sample: unknown key, expected one of data,"
            + " file, layers, maxDrop, network, original, samples, seed",
        "\"notices\" : [ ] | \"notices\" : [ ], \"x\" : 1 | x: unknown key",
        "\"seed\" : 1, | '' | subject.seed: expected an integer, found nothing",
        "\"error\" : 0.009, | \"error\" : 9, | baseline.real: an error must be in [0, 1], found 9.0",
        "\"error\" : 0.009, | \"error\" : \"NaN\", | baseline.real: an error must be in [0, 1], found NaN",
        "\"error\" : 0.009, | \"error\" : 1e999, | baseline.real: an error must be in [0, 1], found Infinity",
        "\"setting\" : \"bits\" | \"setting\" : 1 | bits.setting: expected one of bits, density, codebook, found 1",
        "\"network\" : \"lenet-5\" | \"network\" : \"a\\u001b[2J\" | expected texts of one line and at most 4096"
            + " characters, found another",
        "\"kind\" : \"dense\" | \"kind\" : [] | subject.layers[2].kind: expected a string, found []",
      })
  void saysWhereAndWhatIsWrong(String text, String replacement, String problem) throws IOException {
    String json = Files.readString(file);
    assertThat(json).contains(text);
    Files.writeString(
        file,
        json.replaceFirst(
            Pattern.quote(text),
            Matcher.quoteReplacement(replacement.equals("''") ? "" : replacement)));
    assertThatThrownBy(() -> SensitivityJson.read(file))
        .isInstanceOf(IOException.class)
        .message()
        .startsWith(file + ": " + problem)
        .hasLineCount(1);
  }

  @Test
  void refusesWhatIsNoReport() throws IOException {
    refuses("", "schemaVersion: expected 1, found nothing");
    refuses("null", "schemaVersion: expected 1, found nothing");
    refuses("[1]", "schemaVersion: expected 1, found nothing");
    refuses("{\"schemaVersion\" : 1}", "expected a subject, found nothing");
    refuses("{\"schemaVersion\" : 1,", "expected JSON, found at line 1");
    refuses("[".repeat(100_000), "expected JSON, found at ");
    refuses(" ".repeat((1 << 24) + 1), "expected a sensitivity report of at most 16777216 bytes");
  }

  private void refuses(String content, String problem) throws IOException {
    Files.writeString(file, content);
    assertThatThrownBy(() -> SensitivityJson.read(file))
        .isInstanceOf(IOException.class)
        .message()
        .startsWith(file + ": " + problem)
        .hasLineCount(1);
  }

  @Test
  void refusesWhatIsMissing() {
    Path none = directory.resolve("none");
    assertThatThrownBy(() -> SensitivityJson.read(none))
        .hasMessage(none + ": expected the JSON file of a sensitivity report, found none");
  }

  /** Every value of a report replaced in turn: a report or one line, nothing else. */
  @Test
  void survivesAnyMissingOrForeignValue() throws IOException {
    String[] lines = Files.readString(file).split("\n");
    for (int i = 0; i < lines.length; i += 1 + i / 60) {
      for (String value : new String[] {"null", "-1", "{}", "\"x\"", "[null]"}) {
        String[] changed = lines.clone();
        if (!changed[i].matches(".* : [^\\[{]*")) {
          continue;
        }
        changed[i] = changed[i].replaceFirst(" : [^,]*", " : " + Matcher.quoteReplacement(value));
        Files.writeString(file, String.join("\n", changed));
        try {
          SensitivityJson.read(file);
        } catch (IOException e) {
          assertThat(e.getMessage())
              .startsWith(file + ": ")
              .hasLineCount(1)
              .doesNotContain("null: null");
        }
      }
    }
  }
}
