/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.models;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ReferenceNetworkTest {

  @Test
  void namesAreThoseOfTheCommandLine() {
    assertThat(ReferenceNetwork.ids()).containsExactly("lenet-300-100", "lenet-5");
  }

  @Test
  void findsByName() {
    assertThat(ReferenceNetwork.find("lenet-5")).contains(ReferenceNetwork.LENET_5);
    assertThat(ReferenceNetwork.find("LENET_5")).isEmpty();
  }
}
