/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.runtime.artifact;

import dev.thimble.runtime.artifact.TestLayer.Geometry;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** A network that a test writes as a file and computes by the textbook. */
public record TestNetwork(int[] input, int inputZero, List<TestLayer> layers) {

  public static final float INPUT_SCALE = 1f / 255;
  public static final float OUTPUT_SCALE = 1f / 512;

  /** The shape of each tensor, the image's first. */
  public List<int[]> shapes() {
    List<int[]> shapes = new ArrayList<>();
    shapes.add(input);
    for (TestLayer layer : layers) {
      shapes.add(layer.output(shapes.get(shapes.size() - 1)));
    }
    return shapes;
  }

  public int imageSize() {
    return input[0] * input[1] * input[2];
  }

  public int classCount() {
    int[] last = shapes().get(layers.size());
    return last[0] * last[1] * last[2];
  }

  /** Payload of section N. */
  public byte[] networkSection(List<String> labels, List<String> names) {
    ByteSink out = new ByteSink();
    out.varint((labels == null ? 0 : 1) | (names == null ? 0 : 2)).varints(input);
    out.f32(INPUT_SCALE).u8(inputZero).f32(OUTPUT_SCALE).varint(layers.size());
    List<int[]> shapes = shapes();
    for (int i = 0; i < layers.size(); i++) {
      layers.get(i).write(out, shapes.get(i));
    }
    (labels == null ? List.<String>of() : labels).forEach(out::string);
    (names == null ? List.<String>of() : names).forEach(out::string);
    return out.toByteArray();
  }

  /** Payload of section W; the weighted layers take {@code blocks} in turn. */
  public byte[] weightsSection(WeightBlock... blocks) {
    ByteSink out = new ByteSink();
    int next = 0;
    for (int i = 0; i < layers.size(); i++) {
      TestLayer layer = layers.get(i);
      if (layer instanceof TestLayer.Dense || layer instanceof TestLayer.Conv) {
        WeightBlock block = blocks[next++ % blocks.length];
        if (block == WeightBlock.RANGE) {
          byte[] rest = rangeBlock(i);
          return out.varint(2).varint(rest.length).bytes(rest).toByteArray();
        }
        if (layer instanceof TestLayer.Dense dense) {
          block.write(out, dense.bias(), dense.weights());
        } else if (layer instanceof TestLayer.Conv conv) {
          block.write(out, conv.bias(), conv.weights());
        }
      }
    }
    return out.toByteArray();
  }

  private byte[] rangeBlock(int first) {
    RangeBlock block = new RangeBlock();
    for (int i = first; i < layers.size(); i++) {
      if (layers.get(i) instanceof TestLayer.Dense dense) {
        int[] shape = shapes().get(i);
        block.layer(dense.bias(), dense.weights(), shape[1], shape[2]);
      } else if (layers.get(i) instanceof TestLayer.Conv conv) {
        Geometry geometry = conv.geometry();
        block.layer(conv.bias(), conv.weights(), geometry.kernelHeight(), geometry.kernelWidth());
      }
    }
    return block.finish();
  }

  /** Payload of section c with the textbook's scores. */
  public byte[] checkSection(byte[]... images) {
    ByteSink out = new ByteSink().varint(images.length);
    for (byte[] image : images) {
      int at = 0;
      while (at < image.length) {
        int literals = at;
        while (literals < image.length && image[literals] == 0) {
          literals++;
        }
        int end = literals;
        while (end < image.length && image[end] != 0) {
          end++;
        }
        out.varint(literals - at)
            .varint(end - literals)
            .bytes(java.util.Arrays.copyOfRange(image, literals, end));
        at = end;
      }
      for (int score : Textbook.scores(this, image)) {
        out.svarint(score);
      }
    }
    return out.toByteArray();
  }

  /** Payload of section p. */
  public static byte[] provenanceSection(TreeMap<String, String> entries) {
    ByteSink out = new ByteSink().varint(entries.size());
    entries.forEach((key, value) -> out.string(key).string(value));
    return out.toByteArray();
  }

  /** A file with nothing optional. */
  public byte[] file(WeightBlock... blocks) {
    return new Artifact()
        .section('N', networkSection(null, null))
        .section('W', weightsSection(blocks))
        .end();
  }
}
