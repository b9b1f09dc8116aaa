/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.sensitivity.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.thimble.compressor.sensitivity.compare.ReportComparison;
import dev.thimble.compressor.sensitivity.compare.ReportPair;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Opens the page in headless Chromium; skipped where there is none on the path. */
class BrowserTest {

  /**
   * Counts the charts, those whose data cover some area, and what the page asked for beside itself.
   */
  private static final String PROBE =
      "<script>onerror = m => { document.title = 'error ' + m };"
          + "const charts = [...document.querySelectorAll('svg.tc')];"
          + "const drawn = charts.filter(c => [...c.querySelectorAll('.line, .bar, .cell, .mark')]"
          + ".some(e => { const b = e.getBoundingClientRect(); return b.width * b.height > 9; }));"
          + "document.title = charts.length + ' charts, ' + drawn.length + ' drawn, '"
          + " + (document.documentElement.scrollWidth <= innerWidth ? 'fits' : 'too wide') + ', '"
          + " + performance.getEntriesByType('resource').length + ' requests';"
          + "</script>";

  private static final Pattern TITLE = Pattern.compile("<title>([^<]*)</title>");

  @TempDir private Path directory;

  private String browser;
  private Path page;

  @BeforeEach
  void writePage() throws IOException {
    browser =
        Stream.of(System.getenv("PATH").split(File.pathSeparator))
            .flatMap(
                place ->
                    Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(name -> Path.of(place, name)))
            .filter(Files::isExecutable)
            .map(Path::toString)
            .findFirst()
            .orElse(null);
    Assumptions.assumeTrue(browser != null, "no Chromium on the path");
    page = SensitivityFiles.write(SampleReport.complete(), directory.resolve("report"));
  }

  private String run(Path file, String... options) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(browser);
    command.addAll(
        List.of(
            ("--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --hide-scrollbars"
                    + " --disable-background-networking --disable-component-update --disable-sync"
                    + " --window-size=1200,4000 --enable-logging=stderr")
                .split(" ")));
    command.add("--host-resolver-rules=MAP * ~NOTFOUND"); // the browser's own requests
    command.add("--user-data-dir=" + directory.resolve("profile"));
    command.addAll(List.of(options));
    command.add(file.toUri().toString());
    Path out = directory.resolve("out.txt");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile()).start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("ends in time").isTrue();
    return Files.readString(out);
  }

  @Test
  void drawsEveryChartWithoutErrorOrRequest() throws IOException, InterruptedException {
    drawsEveryChart(page);
  }

  @Test
  void drawsEveryChartOfAComparison() throws IOException, InterruptedException {
    ReportComparison comparison =
        ReportPair.compare("a", SampleReport.complete(), "b", SampleReport.withoutGradients());
    drawsEveryChart(ComparisonFiles.write(comparison, directory.resolve("comparison")));
  }

  private void drawsEveryChart(Path page) throws IOException, InterruptedException {
    String html = Files.readString(page);
    Path probed = directory.resolve("probed.html");
    Files.write(
        probed, html.replace("</body>", PROBE + "</body>").getBytes(StandardCharsets.UTF_8));
    String output = run(probed, "--dump-dom");
    Matcher title = TITLE.matcher(output);
    assertThat(title.find()).as(output).isTrue();
    int charts = html.split("<svg").length - 1;
    assertThat(title.group(1))
        .isEqualTo(charts + " charts, " + charts + " drawn, fits, 0 requests");
    assertThat(output).doesNotContain("CONSOLE");
  }

  @Test
  void showsMoreThanAnEmptySheet() throws IOException, InterruptedException {
    Path png = directory.resolve("page.png");
    run(page, "--screenshot=" + png);
    BufferedImage image = ImageIO.read(png.toFile());
    long ink = 0;
    int paper = image.getRGB(2, 2);
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        ink += image.getRGB(x, y) == paper ? 0 : 1;
      }
    }
    double share = (double) ink / (image.getWidth() * image.getHeight());
    assertThat(share).isBetween(0.03, 0.6);
  }
}
