/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class QuantitiesTest {

  @Test
  void readsPercent() {
    assertThat(new Quantities.Percent().convert("1.6%")).isEqualTo(0.016);
    assertThat(new Quantities.Percent().convert("0.2")).isEqualTo(0.002);
  }

  @Test
  void readsBytes() {
    assertThat(new Quantities.Bytes().convert("4KB")).isEqualTo(4000);
    assertThat(new Quantities.Bytes().convert("1.5 KiB")).isEqualTo(1536);
    assertThat(new Quantities.Bytes().convert("3500")).isEqualTo(3500);
  }

  @Test
  void readsTimes() {
    assertThat(new Quantities.Time().convert("10m")).isEqualTo(Duration.ofMinutes(10));
    assertThat(new Quantities.Time().convert("1.5h")).isEqualTo(Duration.ofMinutes(90));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "-1", "1,5", "1e9", "10 parsecs", "99999999999999999999"})
  void refusesWhatIsNoQuantity(String text) {
    assertThatThrownBy(() -> new Quantities.Percent().convert(text))
        .isInstanceOf(TypeConversionException.class)
        .hasMessage("expected percent such as 1.6%, found " + text);
    assertThatThrownBy(() -> new Quantities.Bytes().convert(text))
        .isInstanceOf(TypeConversionException.class)
        .hasMessage("expected a size such as 4KB or 3500, found " + text);
    assertThatThrownBy(() -> new Quantities.Time().convert(text))
        .isInstanceOf(TypeConversionException.class)
        .hasMessage("expected a time such as 90s, 10m or 1h, found " + text);
  }

  @Test
  void refusesMoreThanAll() {
    assertThatThrownBy(() -> new Quantities.Percent().convert("101"))
        .isInstanceOf(TypeConversionException.class)
        .hasMessage("expected at most 100 %, found 101");
  }
}
