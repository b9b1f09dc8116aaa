/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.examples.desktop;

import dev.thimble.runtime.Model;
import dev.thimble.runtime.Session;
import java.awt.BasicStroke;
import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Point;
import java.awt.RenderingHints;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.SwingUtilities;
import javax.swing.WindowConstants;

/** A window to draw a digit in; every stroke is classified while it is drawn. */
public final class DrawingPad {
  private static final int SIDE = 336;
  private static final int PEN = 26;

  private final Model model;
  private final Session session;
  private final BufferedImage drawing = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_GRAY);
  private final JLabel answer = new JLabel("Draw a digit", JLabel.CENTER);
  private final JComponent canvas = new Canvas(drawing);
  private Point last;

  private DrawingPad(Model model) {
    this.model = model;
    this.session = model.newSession();
  }

  /** {@code DrawingPad FILE.thim} */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 1) {
      System.err.println("usage: DrawingPad FILE.thim");
      System.exit(2);
    }
    Model model = Model.load(Files.readAllBytes(Path.of(arguments[0])));
    SwingUtilities.invokeLater(() -> new DrawingPad(model).open());
  }

  private void open() {
    Pen pen = new Pen();
    canvas.addMouseListener(pen);
    canvas.addMouseMotionListener(pen);
    JButton clear = new JButton("Clear");
    clear.addActionListener(event -> clear());
    answer.setFont(answer.getFont().deriveFont(Font.BOLD, 28f));
    JFrame frame = new JFrame("Thimble");
    frame.add(answer, BorderLayout.NORTH);
    frame.add(canvas, BorderLayout.CENTER);
    frame.add(clear, BorderLayout.SOUTH);
    frame.setDefaultCloseOperation(WindowConstants.EXIT_ON_CLOSE);
    frame.pack();
    frame.setResizable(false);
    frame.setVisible(true);
  }

  private void clear() {
    Graphics2D graphics = drawing.createGraphics();
    graphics.setColor(Color.BLACK);
    graphics.fillRect(0, 0, SIDE, SIDE);
    graphics.dispose();
    answer.setText("Draw a digit");
    canvas.repaint();
  }

  private void line(Point from, Point to) {
    Graphics2D graphics = drawing.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setColor(Color.WHITE);
    graphics.setStroke(new BasicStroke(PEN, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    graphics.drawLine(from.x, from.y, to.x, to.y);
    graphics.dispose();
    canvas.repaint();
    long began = System.nanoTime();
    int best = session.classify(DigitPicture.pixels(drawing));
    long micros = (System.nanoTime() - began) / 1000;
    answer.setText(model.label(best) + "   (" + micros + " µs)");
  }

  /** Shows the drawing. */
  private static final class Canvas extends JComponent {
    private static final long serialVersionUID = 1;

    private final transient BufferedImage drawing;

    Canvas(BufferedImage drawing) {
      this.drawing = drawing;
      setPreferredSize(new Dimension(SIDE, SIDE));
    }

    @Override
    protected void paintComponent(Graphics graphics) {
      graphics.drawImage(drawing, 0, 0, null);
    }
  }

  /** Draws where the mouse is dragged. */
  private final class Pen extends MouseAdapter {
    @Override
    public void mousePressed(MouseEvent event) {
      last = event.getPoint();
      line(last, last);
    }

    @Override
    public void mouseDragged(MouseEvent event) {
      line(last, event.getPoint());
      last = event.getPoint();
    }
  }
}
