/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.sensitivity.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.thimble.compressor.sensitivity.SensitivityReport;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

class SensitivityPageTest {

  private static String page(SensitivityReport report) {
    return new String(new SensitivityPage(report).html(), StandardCharsets.UTF_8);
  }

  @Test
  void isWellFormed() {
    for (SensitivityReport report :
        new SensitivityReport[] {SampleReport.complete(), SampleReport.withoutGradients()}) {
      String page = page(report);
      assertThatCode(
              () ->
                  DocumentBuilderFactory.newInstance()
                      .newDocumentBuilder()
                      .parse(new InputSource(new StringReader(page))))
          .doesNotThrowAnyException();
    }
  }

  @Test
  void needsNothingFromElsewhere() {
    String page = page(SampleReport.complete());
    assertThat(page.replace("xmlns=\"http://www.w3.org/2000/svg\"", ""))
        .doesNotContain("http:", "https:", "src=", "url(", "@import", "<link", "<script");
    assertThat(page.split("href=\""))
        .allMatch(part -> part.startsWith("#") || !part.startsWith("h"));
  }

  @Test
  void beginsWithTheVerdictAndTheCommand() {
    String page = page(SampleReport.complete());
    assertThat(page.indexOf("./thimble compress lenet-5 --recipe"))
        .isPositive()
        .isLessThan(page.indexOf("<svg"));
    assertThat(page)
        .contains("The most fragile layer is conv1, the most tolerant fc1.")
        .contains("21,207 bytes at 0.87 % test error; 11.45 % smaller than");
  }

  @Test
  void hasEverySection() {
    String page = page(SampleReport.complete());
    for (String id :
        "ranking bits densities codebooks curvature noise sharpness surface activations memory bit-search file about"
            .split(" ")) {
      assertThat(page).contains("<section id=\"" + id + "\">").contains("href=\"#" + id + "\"");
    }
  }

  @Test
  void saysFirstWhatAReaderMustKnowAndWhatIsMissing() {
    String page = page(SampleReport.withoutGradients());
    assertThat(page.indexOf("class=\"notice\"")).isPositive().isLessThan(page.indexOf("Verdict"));
    assertThat(page)
        .contains("needs gradients: name the original network")
        .doesNotContain("<section id=\"curvature\">")
        .doesNotContain("class=\"command\"");
  }

  @Test
  void isTheSameEveryTimeAndEverywhere() {
    String english = page(SampleReport.complete());
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      assertThat(page(SampleReport.complete())).isEqualTo(english);
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void everyTableHasItsOwnName() {
    assertThat(new SensitivityPage(SampleReport.complete()).tables())
        .extracting(Table::name)
        .doesNotHaveDuplicates()
        .hasSizeGreaterThan(15);
  }
}
