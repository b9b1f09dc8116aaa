/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.entropy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.PriorityQueue;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class CanonicalCodeTest {
  @Provide
  Arbitrary<int[]> countsWithZeros() {
    return Arbitraries.integers().between(0, 5000).array(int[].class).ofMinSize(2).ofMaxSize(256);
  }

  @Provide
  Arbitrary<int[]> counts() {
    return Arbitraries.integers().between(1, 200).array(int[].class).ofMinSize(2).ofMaxSize(40);
  }

  @Property(tries = 300)
  void isCompleteAndPrefixFree(@ForAll("countsWithZeros") int[] counts) {
    Histogram histogram = histogram(counts);
    if (histogram.distinct() < 2) {
      return;
    }
    CanonicalCode code = CanonicalCode.of(histogram);
    long kraft = 0;
    for (int symbol = 0; symbol < counts.length; symbol++) {
      assertThat(code.length(symbol) > 0).isEqualTo(counts[symbol] > 0);
      kraft += code.length(symbol) == 0 ? 0 : 1L << (15 - code.length(symbol));
    }
    assertThat(kraft).isEqualTo(1L << 15);
    assertPrefixFree(code);
  }

  private static void assertPrefixFree(CanonicalCode code) {
    boolean[] taken = new boolean[1 << 15];
    boolean overlaps = false;
    for (int symbol = 0; symbol < code.size(); symbol++) {
      int spare = 15 - code.length(symbol);
      if (code.length(symbol) > 0) {
        for (int i = 0; i < 1 << spare; i++) {
          int word = (code.code(symbol) << spare) + i;
          overlaps |= taken[word];
          taken[word] = true;
        }
      }
    }
    assertThat(overlaps).isFalse();
  }

  @Property
  void isAsShortAsHuffmanSCode(@ForAll("counts") int[] counts) {
    Histogram histogram = histogram(counts);
    assertThat(CanonicalCode.of(histogram).bits(histogram)).isEqualTo(huffmanBits(counts));
  }

  @Property
  void staysWithinABitOfTheEntropy(@ForAll("counts") int[] counts) {
    Histogram histogram = histogram(counts);
    assertThat((double) CanonicalCode.of(histogram).bits(histogram))
        .isGreaterThanOrEqualTo(histogram.entropyBits() - 1e-6)
        .isLessThan(histogram.entropyBits() + histogram.total());
  }

  @Test
  void limitsTheLengthOfFibonacciCounts() {
    int[] counts = new int[30];
    counts[0] = 1;
    counts[1] = 1;
    for (int i = 2; i < 30; i++) {
      counts[i] = counts[i - 1] + counts[i - 2];
    }
    Histogram histogram = histogram(counts);
    CanonicalCode code = CanonicalCode.of(histogram);
    int longest = 0;
    for (int symbol = 0; symbol < 30; symbol++) {
      longest = Math.max(longest, code.length(symbol));
    }
    assertThat(longest).isEqualTo(15);
    assertThat(code.bits(histogram))
        .isBetween(huffmanBits(counts), huffmanBits(counts) * 101 / 100);
    assertPrefixFree(code);
  }

  @Test
  void numbersCodesAsRfc1951Does() {
    // The example of RFC 1951, 3.2.2: lengths (3, 3, 3, 3, 3, 2, 4, 4) for A … H.
    CanonicalCode code = CanonicalCode.of(histogram(4, 4, 4, 4, 4, 8, 2, 2));
    int[] expected = {0b010, 0b011, 0b100, 0b101, 0b110, 0b00, 0b1110, 0b1111};
    for (int symbol = 0; symbol < expected.length; symbol++) {
      assertThat(code.code(symbol)).isEqualTo(expected[symbol]);
    }
  }

  @Test
  void givesASingleSymbolOneBit() {
    CanonicalCode code = CanonicalCode.of(histogram(0, 0, 7));
    assertThat(code.length(2)).isEqualTo(1);
    assertThat(code.code(2)).isZero();
    assertThat(code.length(0)).isZero();
  }

  @Test
  void refusesAnEmptyHistogram() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CanonicalCode.of(new Histogram(4)))
        .withMessage("a code needs 1 ... 32768 used symbols, found 0");
  }

  @Test
  void refusesToWriteASymbolWithoutACode() {
    CanonicalCode code = CanonicalCode.of(histogram(1, 0, 7));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> code.write(new BitWriter(), 1))
        .withMessage("symbol 1 has no code");
  }

  private static Histogram histogram(int... counts) {
    Histogram histogram = new Histogram(counts.length);
    for (int symbol = 0; symbol < counts.length; symbol++) {
      histogram.add(symbol, counts[symbol]);
    }
    return histogram;
  }

  /** Total bits of an unlimited Huffman code: the sum of all merged weights. */
  private static long huffmanBits(int[] counts) {
    PriorityQueue<Long> queue = new PriorityQueue<>();
    for (int count : counts) {
      queue.add((long) count);
    }
    long bits = 0;
    while (queue.size() > 1) {
      long merged = queue.remove() + queue.remove();
      bits += merged;
      queue.add(merged);
    }
    return bits;
  }
}
