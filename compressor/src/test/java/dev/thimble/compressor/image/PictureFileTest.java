/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PictureFileTest {
  /** Where a PNG has its width: behind signature, chunk length and chunk type. */
  private static final int PNG_WIDTH_OFFSET = 16;

  @TempDir private Path directory;

  @Test
  void keepsTheLevelsOfGrayImages() throws IOException {
    BufferedImage image = new BufferedImage(256, 1, BufferedImage.TYPE_BYTE_GRAY);
    for (int x = 0; x < 256; x++) {
      image.getRaster().setSample(x, 0, 0, x);
    }
    Picture picture = new PictureFile(write(image), 1).read(1, 256);

    for (int x = 0; x < 256; x++) {
      assertThat(picture.sample(0, 0, x)).isEqualTo(x);
    }
  }

  @Test
  void scalesDeepGrayImages() throws IOException {
    BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_USHORT_GRAY);
    image.getRaster().setSample(0, 0, 0, 65_535);
    image.getRaster().setSample(1, 0, 0, 257 * 100);

    assertThat(new PictureFile(write(image), 1).read(1, 2).samples()).containsExactly(255, 100);
  }

  @ParameterizedTest
  @ValueSource(ints = {BufferedImage.TYPE_INT_RGB, BufferedImage.TYPE_INT_ARGB})
  void takesTheLumaOfColours(int type) throws IOException {
    BufferedImage image = new BufferedImage(3, 1, type);
    image.setRGB(0, 0, 0xFFFF0000);
    image.setRGB(1, 0, 0xFF00FF00);
    image.setRGB(2, 0, 0xFF0000FF);

    assertThat(new PictureFile(write(image), 1).read(1, 3).samples()).containsExactly(76, 150, 29);
  }

  @Test
  void givesColoursInPlanes() throws IOException {
    BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_INT_RGB);
    image.setRGB(0, 0, 0x010203);
    image.setRGB(1, 0, 0x040506);

    assertThat(new PictureFile(write(image), 3).read(1, 2).samples())
        .containsExactly(1, 4, 2, 5, 3, 6);
  }

  @Test
  void transparencyShowsWhite() throws IOException {
    BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_INT_ARGB);
    image.setRGB(0, 0, 0x00000000);
    image.setRGB(1, 0, 0x80000000);

    assertThat(new PictureFile(write(image), 1).read(1, 2).samples()).containsExactly(255, 127);
  }

  @Test
  void refusesOtherSizes() throws IOException {
    Path file = write(new BufferedImage(30, 20, BufferedImage.TYPE_BYTE_GRAY));

    fails(file, "expected an image of 28x28 pixels, found 30x20 (--fit scales)");
    assertThat(new PictureFile(file, 1).readAnySize().width()).isEqualTo(30);
  }

  @Test
  void refusesHugeSizesBeforeDecoding() throws IOException {
    Path file = write(new BufferedImage(28, 28, BufferedImage.TYPE_BYTE_GRAY));
    byte[] png = Files.readAllBytes(file);
    ByteBuffer.wrap(png).putInt(PNG_WIDTH_OFFSET, 1_000_000).putInt(PNG_WIDTH_OFFSET + 4, 1000);
    Files.write(file, png);

    assertThatThrownBy(() -> new PictureFile(file, 1).readAnySize())
        .isInstanceOf(IOException.class)
        .hasMessage(file + ": expected at most 16777216 pixels, found 1000000x1000");
  }

  @Test
  void refusesWhatIsNoImage() throws IOException {
    Path text = Files.writeString(directory.resolve("a.png"), "hello");

    fails(text, "expected a PNG image, found something else");
    fails(directory.resolve("b.png"), "expected an image, found no such file");
    fails(directory, "expected an image, found no regular file");
  }

  @Test
  void refusesImagesCutAtEveryLength() throws IOException {
    BufferedImage image = new BufferedImage(28, 28, BufferedImage.TYPE_BYTE_GRAY);
    image.getRaster().setSample(3, 4, 0, 77);
    Path file = write(image);
    byte[] png = Files.readAllBytes(file);
    int pixelsBegin = new String(png, StandardCharsets.ISO_8859_1).indexOf("IDAT");
    for (int length = 0; length < pixelsBegin + 8; length++) {
      Files.write(file, Arrays.copyOf(png, length));

      assertThatThrownBy(() -> new PictureFile(file, 1).read(28, 28))
          .isInstanceOf(IOException.class)
          .hasMessageStartingWith(file + ": expected ");
    }
  }

  @Test
  void refusesOtherNumbersOfChannels() {
    assertThatThrownBy(() -> new PictureFile(directory, 4))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("pictures have 1 or 3 channels, the network takes 4");
  }

  private void fails(Path file, String message) {
    assertThatThrownBy(() -> new PictureFile(file, 1).read(28, 28))
        .isInstanceOf(IOException.class)
        .hasMessage(file + ": " + message);
  }

  private Path write(BufferedImage image) throws IOException {
    Path file = directory.resolve("image.png");
    ImageIO.write(image, "png", file.toFile());
    return file;
  }
}
