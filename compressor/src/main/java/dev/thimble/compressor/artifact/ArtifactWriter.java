/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.artifact;

import dev.thimble.compressor.entropy.ByteWriter;
import dev.thimble.compressor.entropy.CodedWeights;
import dev.thimble.compressor.quantize.IntegerNetwork;
import dev.thimble.runtime.internal.format.Format;

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
      ByteWriter payload = new ByteWriter();
      Strings.writeEntries(payload, "provenance", options.provenance());
      frame.section(Format.TAG_PROVENANCE, "provenance", payload.toByteArray());
    }
    return new Artifact(frame.finish(), frame.sections(), weights.layers());
  }
}
