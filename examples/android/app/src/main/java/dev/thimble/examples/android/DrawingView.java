/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.examples.android;

import android.content.Context;
import android.graphics.Bitmap;
import android.graphics.Canvas;
import android.graphics.Color;
import android.graphics.Matrix;
import android.graphics.Paint;
import android.graphics.Path;
import android.graphics.PathMeasure;
import android.graphics.RectF;
import android.view.MotionEvent;
import android.view.View;

/**
 * A pad for a finger. What is drawn is handed on as MNIST's images are: white ink on black, the
 * digit scaled into 20 × 20 pixels, its centre of mass in the middle of 28 × 28.
 */
final class DrawingView extends View {
  /** Rows and columns of an image. */
  static final int SIDE = 28;

  private static final int DIGIT_SIDE = 20;
  private static final float PEN_SHARE = 0.1f;

  /** Distance of the points whose mean is the centre of mass, in screen pixels. */
  private static final float STEP = 4;

  private final Listener listener;
  private final Path path = new Path();
  private final Paint pen = new Paint(Paint.ANTI_ALIAS_FLAG);
  private final Bitmap image = Bitmap.createBitmap(SIDE, SIDE, Bitmap.Config.ARGB_8888);
  private final int[] colours = new int[SIDE * SIDE];
  private final byte[] pixels = new byte[SIDE * SIDE];

  /** Learns what was drawn. */
  interface Listener {
    /**
     * Called after every movement.
     *
     * @param pixels {@code SIDE · SIDE} unsigned bytes; valid during the call
     */
    void onDrawn(byte[] pixels);

    void onCleared();
  }

  DrawingView(Context context, Listener listener) {
    super(context);
    this.listener = listener;
    pen.setColor(Color.WHITE);
    pen.setStyle(Paint.Style.STROKE);
    pen.setStrokeCap(Paint.Cap.ROUND);
    pen.setStrokeJoin(Paint.Join.ROUND);
    setBackgroundColor(Color.BLACK);
  }

  void clear() {
    path.reset();
    invalidate();
    listener.onCleared();
  }

  @Override
  public boolean onTouchEvent(MotionEvent event) {
    if (event.getAction() == MotionEvent.ACTION_DOWN) {
      path.moveTo(event.getX(), event.getY());
    }
    path.lineTo(event.getX() + 0.1f, event.getY()); // a tap leaves a dot
    invalidate();
    classify();
    return true;
  }

  @Override
  protected void onDraw(Canvas canvas) {
    pen.setStrokeWidth(Math.min(getWidth(), getHeight()) * PEN_SHARE);
    canvas.drawPath(path, pen);
  }

  private void classify() {
    RectF box = new RectF();
    path.computeBounds(box, true);
    float scale = (DIGIT_SIDE - 2) / Math.max(1, Math.max(box.width(), box.height()));
    float[] centre = centre();
    render(SIDE / 2f - centre[0] * scale, SIDE / 2f - centre[1] * scale, scale);
    image.getPixels(colours, 0, SIDE, 0, 0, SIDE, SIDE);
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) Color.red(colours[i]);
    }
    listener.onDrawn(pixels);
  }

  private void render(float left, float top, float scale) {
    Matrix placed = new Matrix();
    placed.setScale(scale, scale);
    placed.postTranslate(left, top);
    Path digit = new Path();
    path.transform(placed, digit);
    image.eraseColor(Color.BLACK);
    pen.setStrokeWidth(SIDE * PEN_SHARE);
    new Canvas(image).drawPath(digit, pen);
  }

  /** The centre of mass of the lines. */
  private float[] centre() {
    PathMeasure measure = new PathMeasure(path, false);
    float[] point = new float[2];
    float x = 0;
    float y = 0;
    int count = 0;
    do {
      float length = measure.getLength();
      for (float at = 0; at <= length; at += STEP) {
        if (measure.getPosTan(at, point, null)) {
          x += point[0];
          y += point[1];
          count++;
        }
      }
    } while (measure.nextContour());
    return new float[] {x / Math.max(1, count), y / Math.max(1, count)};
  }
}
