/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.dl4j;

import dev.thimble.compressor.network.Shape;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.FeedForwardToCnnPreProcessor;

/**
 * What Deeplearning4j puts between layers to reshape. Flat vectors and channel-major planes have
 * the same order here and there, so nothing is left to do but to compare the shapes.
 */
final class Preprocessors {
  private Preprocessors() {}

  /**
   * Checks the preprocessor before a layer.
   *
   * @param shape what it is given: the image for layer 0
   */
  static void check(String layer, int index, InputPreProcessor preprocessor, Shape shape)
      throws ModelReadException {
    if (preprocessor == null) {
      return;
    }
    Class<?> type = preprocessor.getClass();
    if (type == FeedForwardToCnnPreProcessor.class && index == 0) {
      FeedForwardToCnnPreProcessor image = (FeedForwardToCnnPreProcessor) preprocessor;
      requireShape(
          "images", shape, image.getNumChannels(), image.getInputHeight(), image.getInputWidth());
    } else if (type == CnnToFeedForwardPreProcessor.class) {
      checkFlattening(layer, index, (CnnToFeedForwardPreProcessor) preprocessor, shape);
    } else {
      throw new ModelReadException(
          "layer " + layer,
          "a CnnToFeedForwardPreProcessor before it, or a FeedForwardToCnnPreProcessor before the"
              + " first layer",
          type.getSimpleName());
    }
  }

  private static void checkFlattening(
      String layer, int index, CnnToFeedForwardPreProcessor flatten, Shape shape)
      throws ModelReadException {
    Windows.requireChannelsFirst(layer, flatten.getFormat());
    boolean shapeless =
        flatten.getNumChannels() == 0
            && flatten.getInputHeight() == 0
            && flatten.getInputWidth() == 0;
    if (!shapeless) {
      requireShape(
          index == 0 ? "images" : "input of layer " + layer,
          shape,
          flatten.getNumChannels(),
          flatten.getInputHeight(),
          flatten.getInputWidth());
    }
  }

  private static void requireShape(String what, Shape found, long channels, long height, long width)
      throws ModelReadException {
    if (found.channels() != channels || found.height() != height || found.width() != width) {
      throw new ModelReadException(what, channels + "x" + height + "x" + width, found);
    }
  }
}
