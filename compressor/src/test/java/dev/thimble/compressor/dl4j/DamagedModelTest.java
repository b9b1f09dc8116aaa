/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.thimble.compressor.network.FloatNetwork;
import dev.thimble.compressor.network.Network;
import dev.thimble.compressor.network.Shape;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.activations.Activation;

/** Whatever a file holds, it is read in full or refused in one line. */
class DamagedModelTest {
  private static final Shape IMAGES = new Shape(1, 1, 2);
  private static final float[] PARAMETERS = {1, 2, 3, 4, 5, 6};

  @Test
  void refusesMissingFilesAndDirectories(@TempDir Path directory) {
    Path file = directory.resolve("none.zip");
    assertThat(refusal(file))
        .isEqualTo(file + ": expected a Deeplearning4j model, found no such file");
    assertThat(refusal(directory))
        .isEqualTo(directory + ": expected a Deeplearning4j model, found no regular file");
  }

  @Test
  void refusesWhatIsNoZip(@TempDir Path directory) throws IOException {
    String expected =
        "expected a zip file with a Deeplearning4j model, found none or only a part of one";
    byte[] bytes = new byte[1000];
    new Random(1).nextBytes(bytes);
    Path file = Files.write(directory.resolve("noise.zip"), bytes);
    assertThat(refusal(file)).isEqualTo(file + ": " + expected);
    assertThat(refusal(new byte[0])).isEqualTo("model: " + expected);
  }

  @Test
  void refusesZipsOfOtherThings() {
    assertThat(refusal(new ModelZip().with("word/document.xml", "<w/>").with("b", "")))
        .isEqualTo(
            "model: Deeplearning4j model: expected an entry configuration.json, found"
                + " word/document.xml, b");
    assertThat(refusal(new ModelZip()))
        .isEqualTo(
            "model: Deeplearning4j model: expected an entry configuration.json, found no entries");
    assertThat(refusal(model().without("coefficients.bin")))
        .isEqualTo(
            "model: Deeplearning4j model: expected an entry coefficients.bin, found"
                + " configuration.json");
  }

  @Test
  void refusesWhatIsNoConfiguration() {
    assertThat(refusal(model().with("configuration.json", "no JSON")))
        .startsWith("model: configuration.json: expected JSON, found: Unrecognized token 'no'");
    assertThat(refusal(model().with("configuration.json", "{}")))
        .isEqualTo("model: configuration.json: expected a list of layers named confs, found none");
    assertThat(refusal(model().with("configuration.json", "[".repeat(100_000))))
        .contains("nesting depth");
    assertThat(refusal(model().with("configuration.json", "{\"confs\":[{}]}")))
        .startsWith("model: layer layer0: expected a dense,")
        .endsWith("found none");
  }

  @Test
  void refusesEveryCut() {
    byte[] zip = model().bytes();
    for (int length = 0; length < zip.length; length++) {
      assertThat(refusal(Arrays.copyOf(zip, length)))
          .isEqualTo(
              "model: expected a zip file with a Deeplearning4j model, found none or only a part of"
                  + " one");
    }
  }

  @Test
  void readsAsBeforeOrRefusesEveryChangedByte() throws IOException {
    byte[] zip = model().bytes();
    float[] logits = new FloatNetwork(ModelZip.read(zip, IMAGES)).logits(new byte[] {100, 50});
    int refused = 0;
    for (int i = 0; i < zip.length; i++) {
      byte[] changed = zip.clone();
      changed[i] ^= (byte) (1 << i % 8);
      try {
        Network network = ModelZip.read(changed, IMAGES);
        assertThat(new FloatNetwork(network).logits(new byte[] {100, 50})).isEqualTo(logits);
      } catch (ModelReadException e) {
        assertThat(e.getMessage()).startsWith("model: ").doesNotContain("\n");
        refused++;
      }
    }
    assertThat(refused).isGreaterThan(zip.length * 3 / 4);
  }

  @Test
  void answersChangedConfigurationsWithinItsOwnException() {
    byte[] json = model().entry("configuration.json");
    Random random = new Random(3);
    int refused = 0;
    for (int i = 0; i < 200; i++) {
      byte[] changed = json.clone();
      for (int k = 0; k <= i % 3; k++) {
        changed[random.nextInt(json.length)] =
            (byte) "0-9[]{}\",.eE:nt ".charAt(random.nextInt(16));
      }
      try {
        model().with("configuration.json", changed).read(IMAGES);
      } catch (ModelReadException e) {
        assertThat(e.getMessage()).startsWith("model: ").doesNotContain("\n");
        refused++;
      }
    }
    assertThat(refused).isPositive();
  }

  @Test
  void refusesClaimsOfHugeSizes() {
    byte[] zip = model().bytes();
    assertThat(refusal(withSize(zip, "configuration.json", 0x7FFFFFFF)))
        .isEqualTo("model: configuration.json: expected at most 4194304 bytes, found 2147483647");
    assertThat(refusal(withSize(zip, "coefficients.bin", 0x7FFFFFFF)))
        .isEqualTo("model: coefficients.bin: expected at most 536875008 bytes, found 2147483647");
  }

  @Test
  void refusesBombs() {
    String bomb = " ".repeat(ModelArchive.MAX_CONFIGURATION_BYTES + 1);
    byte[] zip = model().with("configuration.json", bomb).bytes();
    assertThat(zip.length).isLessThan(10_000);
    assertThat(refusal(zip))
        .isEqualTo("model: configuration.json: expected at most 4194304 bytes, found 4194305");
    assertThat(refusal(withSize(zip, "configuration.json", 10)))
        .startsWith("model: configuration.json: ");
  }

  @Test
  void refusesAnotherNumberOfParameters() {
    assertThat(refusal(coefficients("FLOAT", 1, 2, 3, 4, 5, 6, 7)))
        .isEqualTo(
            "model: coefficients.bin: expected 6 parameters as configuration.json implies, found 7");
    byte[] whole = ModelZip.coefficients("FLOAT", PARAMETERS);
    assertThat(refusal(model().with("coefficients.bin", Arrays.copyOf(whole, whole.length - 5))))
        .isEqualTo(
            "model: coefficients.bin: expected 6 parameters, found the end of the data after 4");
    assertThat(refusal(model().with("coefficients.bin", Arrays.copyOf(whole, whole.length + 1))))
        .isEqualTo("model: coefficients.bin: expected the end after 6 parameters, found more");
    assertThat(refusal(model().with("coefficients.bin", new byte[10])))
        .isEqualTo(
            "model: coefficients.bin: expected at least 24 bytes for 6 parameters, found 10");
  }

  @Test
  void refusesOtherArrays() {
    assertThat(refusal(coefficients("HALF", PARAMETERS)))
        .isEqualTo("model: coefficients.bin: expected values of type FLOAT or DOUBLE, found HALF");
    assertThat(refusal(model().with("coefficients.bin", new byte[100])))
        .isEqualTo(
            "model: coefficients.bin: expected an array as ND4J writes it, found something else");
    assertThat(refusal(model().with("coefficients.bin", header("LONG_SHAPE", 1L << 60, "LONG"))))
        .isEqualTo(
            "model: coefficients.bin: expected a shape of 1 to 68 numbers, found " + (1L << 60));
    assertThat(refusal(model().with("coefficients.bin", header("LONG_SHAPE", 8, "BOOL"))))
        .isEqualTo("model: coefficients.bin: expected a shape of type LONG or INT, found BOOL");
  }

  @Test
  void refusesParametersThatAreNoNumbers() {
    assertThat(refusal(coefficients("FLOAT", 1, 2, Float.NaN, 4, 5, 6)))
        .isEqualTo("model: layer fc1: weight 2 must be finite, found NaN");
    assertThat(refusal(coefficients("FLOAT", 1, 2, 3, 4, 5, Float.NEGATIVE_INFINITY)))
        .isEqualTo("model: layer fc1: bias 1 must be finite, found -Infinity");
  }

  @Test
  void refusesStatisticsThatCannotBe() {
    assertThat(refusal(normalized(1, 1, Float.NaN, 0, 0, 1)))
        .isEqualTo("model: layer norm: expected a finite gamma, found NaN for channel 0");
    assertThat(refusal(normalized(1, 1, 1, 0, 0, -2)))
        .startsWith("model: layer norm: expected a variance above 0, found -1.9999");
  }

  @Test
  void refusesDuplicateEntries() {
    byte[] zip = model().with("configuration.JSON", "").bytes();
    byte[] from = "configuration.JSON".getBytes(StandardCharsets.US_ASCII);
    byte[] to = "configuration.json".getBytes(StandardCharsets.US_ASCII);
    for (int i = find(zip, from, 0); i >= 0; i = find(zip, from, i)) {
      System.arraycopy(to, 0, zip, i, to.length);
    }
    assertThat(refusal(zip))
        .isEqualTo(
            "model: Deeplearning4j model: expected an entry configuration.json, found 2 of them");
  }

  @ParameterizedTest
  @CsvSource({
    "-1, 1, '-1.0 ... 1.0, whose 0 is the pixel 127.5'",
    "1, 2, '1.0 ... 2.0, whose 0 is the pixel -255.0'"
  })
  void refusesRangesWithoutAWholePixelOfZero(double min, double max, String found) {
    assertThat(refusal(model().with("normalizer.bin", normalizer("IMAGE_MIN_MAX", min, max, 255))))
        .isEqualTo(
            "model: normalizer.bin: expected a range whose 0 is a whole pixel in 0 ... 255, found "
                + found);
  }

  @ParameterizedTest
  @CsvSource({"1, 0, 255", "0, 1, 0", "0, NaN, 255", "0, 1, -255"})
  void refusesRangesThatDoNotAscend(double min, double max, double largest) {
    assertThat(
            refusal(model().with("normalizer.bin", normalizer("IMAGE_MIN_MAX", min, max, largest))))
        .isEqualTo(
            "model: normalizer.bin: expected an ascending range of pixels from 0, found "
                + (min + " ... " + max + " for pixels up to " + largest));
  }

  @Test
  void refusesOtherNormalizers() {
    String expected =
        "model: normalizer.bin: expected an ImagePreProcessingScaler, written as type"
            + " IMAGE_MIN_MAX, found ";
    assertThat(refusal(model().with("normalizer.bin", normalizer("STANDARDIZE", 1, 2, 3))))
        .isEqualTo(expected + "STANDARDIZE");
    assertThat(refusal(model().with("normalizer.bin", normalizer("CUSTOM"))))
        .isEqualTo(expected + "CUSTOM");
    assertThat(refusal(model().with("normalizer.bin", new byte[] {(byte) 0xAC, (byte) 0xED, 0, 5})))
        .isEqualTo(expected + "an unknown format");
    assertThat(refusal(model().with("normalizer.bin", normalizer("IMAGE_MIN_MAX", 0))))
        .isEqualTo(
            "model: normalizer.bin: expected a range and a largest pixel, found an incomplete file");
    assertThat(refusal(model().with("preprocessor.bin", new byte[] {1})))
        .isEqualTo(
            "model: preprocessor.bin: expected a normalizer.bin instead, found a preprocessor in"
                + " Java's serial form");
  }

  @Test
  void namesTheStreamThatFails() {
    InputStream failing =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("disk on fire");
          }
        };
    assertThat(
            catchThrowableOfType(
                    ModelReadException.class, () -> ModelArchive.read("zoo", failing, IMAGES))
                .getMessage())
        .isEqualTo("zoo: cannot be read: java.io.IOException: disk on fire");
  }

  private static ModelZip model() {
    return ModelZip.of(
        new NeuralNetConfiguration.Builder()
            .list()
            .layer(new OutputLayer.Builder().nOut(2).build())
            .setInputType(InputType.feedForward(2))
            .build(),
        PARAMETERS);
  }

  private static ModelZip coefficients(String type, float... parameters) {
    return model().with("coefficients.bin", ModelZip.coefficients(type, parameters));
  }

  /** One weight and one bias, then gamma, beta, mean and variance. */
  private static ModelZip normalized(float... parameters) {
    return ModelZip.of(
        new NeuralNetConfiguration.Builder()
            .list()
            .layer(
                new ConvolutionLayer.Builder(1, 1).nOut(1).activation(Activation.IDENTITY).build())
            .layer(new BatchNormalization.Builder().name("norm").useLogStd(false).build())
            .setInputType(InputType.convolutional(1, 2, 1))
            .build(),
        parameters);
  }

  private static byte[] header(String mode, long length, String type) {
    return written(
        out -> {
          out.writeUTF(mode);
          out.writeLong(length);
          out.writeUTF(type);
          out.write(new byte[100]);
        });
  }

  private static byte[] normalizer(String type, double... numbers) {
    return written(
        out -> {
          out.writeUTF("NORMALIZER");
          out.writeInt(1);
          out.writeUTF(type);
          for (double number : numbers) {
            out.writeDouble(number);
          }
        });
  }

  private interface Content {
    void write(DataOutputStream out) throws IOException;
  }

  private static byte[] written(Content content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      content.write(new DataOutputStream(bytes));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return bytes.toByteArray();
  }

  /** The zip with another uncompressed size in its directory. */
  private static byte[] withSize(byte[] zip, String entry, int size) {
    byte[] changed = zip.clone();
    byte[] signature = {'P', 'K', 1, 2};
    byte[] name = entry.getBytes(StandardCharsets.US_ASCII);
    int directory = find(zip, signature, 0);
    while (find(zip, name, directory) != directory + 46) {
      directory = find(zip, signature, directory + 1);
    }
    ByteBuffer.wrap(changed).order(ByteOrder.LITTLE_ENDIAN).putInt(directory + 24, size);
    return changed;
  }

  private static int find(byte[] bytes, byte[] part, int from) {
    for (int i = from; i <= bytes.length - part.length; i++) {
      if (Arrays.equals(bytes, i, i + part.length, part, 0, part.length)) {
        return i;
      }
    }
    return -1;
  }

  private static String refusal(Path file) {
    return catchThrowableOfType(ModelReadException.class, () -> ModelArchive.read(file, IMAGES))
        .getMessage();
  }

  private static String refusal(ModelZip zip) {
    return refusal(zip.bytes());
  }

  private static String refusal(byte[] zip) {
    return catchThrowableOfType(ModelReadException.class, () -> ModelZip.read(zip, IMAGES))
        .getMessage();
  }
}
