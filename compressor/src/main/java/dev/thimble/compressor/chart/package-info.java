/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */

/**
 * Charts as SVG text: {@link dev.thimble.compressor.chart.LineChart}, {@link
 * dev.thimble.compressor.chart.BarChart}, {@link dev.thimble.compressor.chart.Histogram}, {@link
 * dev.thimble.compressor.chart.HeatMap}.
 *
 * <p>Every colour is a CSS variable behind a class, so that one picture follows the reader's light
 * or dark setting and prints in dark on white, inline in a page ({@link
 * dev.thimble.compressor.chart.Chart#toSvg} beside {@link
 * dev.thimble.compressor.chart.ChartStyle#css}) and as a file of its own ({@link
 * dev.thimble.compressor.chart.Chart#toStandaloneSvg}). That is why there is no library here: those
 * with a permissive licence (XChart) draw through Java2D, which writes fixed colours and outlines
 * into the picture and brings an LGPL exporter; JFreeSVG is GPL; the others need a script in the
 * page.
 *
 * <p>The same data give the same text. Series are told apart by colour (after Okabe and Ito, <a
 * href="https://jfly.uni-koeln.de/color/">Color Universal Design</a>), dash and marker; surfaces by
 * viridis.
 */
package dev.thimble.compressor.chart;
