/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.artifact;

import dev.thimble.compressor.entropy.ByteWriter;
import dev.thimble.compressor.entropy.CodedWeights;
import dev.thimble.compressor.entropy.LayerStatistics;
import dev.thimble.compressor.quantize.IntegerNetwork;
import dev.thimble.runtime.internal.format.Format;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;

/** Writes an integer network as a {@code *.thim} file. The same input gives the same bytes. */
public final class ArtifactWriter {
  private final ArtifactOptions options;

  public ArtifactWriter(ArtifactOptions options) {
    this.options = options;
  }

  /** The file of a network, without check vectors. */
  public Artifact write(IntegerNetwork network) {
    return write(network, new byte[0]);
  }

  /**
   * The file of a network.
   *
   * @param checkPixels images, one after the other, at most 16, that go into the file together with
   *     their scores, so that a reader can check itself
   */
  public Artifact write(IntegerNetwork network, byte[] checkPixels) {
    CodedWeights weights = options.coding().encode(network.weightedLayers());
    Frame frame = new Frame();
    frame.section(Format.TAG_NETWORK, "network", NetworkSection.payload(network));
    frame.section(Format.TAG_WEIGHTS, "weights", weights.bytes());
    if (checkPixels.length > 0) {
      byte[] payload = CheckVectorSection.payload(network, checkPixels);
      frame.section(Format.TAG_CHECK_VECTORS, "check vectors", payload);
    }
    if (!options.provenance().isEmpty()) {
      frame.section(Format.TAG_PROVENANCE, "provenance", provenance());
    }
    return frame.finish(weights.layers());
  }

  private byte[] provenance() {
    ByteWriter payload = new ByteWriter();
    payload.varint(options.provenance().size());
    options
        .provenance()
        .forEach(
            (key, value) -> {
              Strings.write(payload, "provenance key", key);
              Strings.write(payload, "provenance " + key, value);
            });
    return payload.toByteArray();
  }

  /** Magic, sections with their checksums, and the end. */
  private static final class Frame {
    private final ByteWriter file = new ByteWriter();
    private final List<Artifact.Section> sections = new ArrayList<>();

    Frame() {
      for (int shift = 24; shift >= 0; shift -= 8) {
        file.u8(Format.MAGIC >>> shift & 0xFF);
      }
      file.u8(Format.VERSION);
      sections.add(new Artifact.Section("magic and version", file.size()));
    }

    void section(int tag, String name, byte[] payload) {
      int start = file.size();
      file.u8(tag).varint(payload.length).bytes(payload);
      file.int32(crc(start));
      sections.add(new Artifact.Section(name, file.size() - start));
    }

    Artifact finish(List<LayerStatistics> layers) {
      file.u8(Format.TAG_END);
      file.int32(crc(0));
      sections.add(new Artifact.Section("end", 1 + Format.CRC_BYTES));
      return new Artifact(file.toByteArray(), sections, layers);
    }

    private int crc(int start) {
      byte[] bytes = file.toByteArray();
      CRC32 crc = new CRC32();
      crc.update(Arrays.copyOfRange(bytes, start, bytes.length));
      return (int) crc.getValue();
    }
  }
}
