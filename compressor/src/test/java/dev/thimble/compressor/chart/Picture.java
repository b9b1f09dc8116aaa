/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.chart;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** What a chart drew, read back by an XML parser, which refuses all that is not well-formed. */
final class Picture {
  private final Document document;

  private Picture(Document document) {
    this.document = document;
  }

  static Picture of(Chart chart) {
    return of(chart.toSvg());
  }

  static Picture of(String svg) {
    try {
      return new Picture(
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(new InputSource(new StringReader(svg))));
    } catch (SAXException | IOException | ParserConfigurationException e) {
      throw new AssertionError(e.getMessage(), e);
    }
  }

  /** The elements of this class. */
  List<Element> all(String kind) {
    List<Element> found = new ArrayList<>();
    NodeList elements = document.getElementsByTagName("*");
    for (int i = 0; i < elements.getLength(); i++) {
      Element element = (Element) elements.item(i);
      if (List.of(element.getAttribute("class").split(" ")).contains(kind)) {
        found.add(element);
      }
    }
    return found;
  }

  List<String> texts(String kind) {
    return all(kind).stream().map(Element::getTextContent).map(String::strip).toList();
  }

  static double number(Element element, String attribute) {
    return Double.parseDouble(element.getAttribute(attribute));
  }

  Element root() {
    return document.getDocumentElement();
  }
}
