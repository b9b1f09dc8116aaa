/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.report.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.thimble.models.ReferenceNetwork;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class PublishedResultsTest {
  private static final long LENET_300_100_BYTES = 1_066_440;
  private static final long LENET_5_BYTES = 1_724_320;

  static List<PublishedResult> all() {
    return PublishedResults.all();
  }

  @ParameterizedTest
  @MethodSource("all")
  void isPlausible(PublishedResult row) {
    assertThat(ReferenceNetwork.ids()).contains(row.network());
    assertThat(row.error()).isBetween(0.005, 0.02);
    if (row.errorBefore() != null) {
      assertThat(row.errorBefore()).isCloseTo(row.error(), within(0.004));
    }
    assertThat(row.source()).matches("[A-Za-z]+ et al\\., 20(1[6-9]|20)");
    assertThat(row.counts()).isNotBlank();
  }

  @ParameterizedTest
  @MethodSource("all")
  void sizeAndRatioAgree(PublishedResult row) {
    if (row.bytes() != null && row.ratio() != null) {
      long original =
          row.network().equals(ReferenceNetwork.LENET_5.id()) ? LENET_5_BYTES : LENET_300_100_BYTES;
      assertThat((double) row.bytes() * row.ratio() / original).isCloseTo(1, within(0.03));
    }
  }

  @Test
  void hasEveryRowOnceAndInTheUnitsOfThePapers() {
    assertThat(PublishedResults.all())
        .hasSize(12)
        .doesNotHaveDuplicates()
        .extracting(PublishedResult::size)
        .containsExactly(
            "27,000 B, 40x",
            "16,700 B, 64x",
            "16,113 B",
            "3,807 weights",
            "8,560 B, 124x",
            "44,000 B, 39x",
            "10,600 B, 162x",
            "280x",
            "2,840 B, 606x",
            "2,300 B, 771x",
            "3,030 B, 555x",
            "1,520 B, 1110x");
    assertThat(PublishedResults.of("lenet-300-100")).hasSize(5);
    assertThat(PublishedResults.of("lenet-5")).hasSize(7);
  }

  @Test
  void refusesWhatIsNoResult() {
    assertThatThrownBy(() -> new PublishedResult("n", "m", "s", null, 1.6, 1, 1, null, "c"))
        .hasMessage("m: expected an error in (0, 1), found 1.6");
    assertThatThrownBy(() -> new PublishedResult("n", "m", "s", null, 0.01, null, null, null, "c"))
        .hasMessage("m: expected a size, found none");
  }
}
