/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.examples.android;

import android.app.Activity;
import android.os.Bundle;
import android.view.View;
import android.widget.Button;
import android.widget.LinearLayout;
import android.widget.TextView;
import dev.thimble.runtime.Model;
import dev.thimble.runtime.Session;
import java.io.IOException;
import java.io.InputStream;

/** Draw a digit with a finger; it is classified while it is drawn. */
public final class DrawActivity extends Activity implements DrawingView.Listener {
  private static final String MODEL = "digits.thim";
  private static final float ANSWER_SIZE = 32;

  private Model model;
  private Session session;
  private TextView answer;

  @Override
  protected void onCreate(Bundle state) {
    super.onCreate(state);
    answer = new TextView(this);
    answer.setTextSize(ANSWER_SIZE);
    LinearLayout layout = new LinearLayout(this);
    layout.setOrientation(LinearLayout.VERTICAL);
    layout.addView(answer);
    setContentView(layout);
    try (InputStream file = getAssets().open(MODEL)) {
      model = Model.load(file);
    } catch (IOException e) {
      answer.setText(e.getMessage());
      return;
    }
    session = model.newSession();
    addPad(layout);
  }

  private void addPad(LinearLayout layout) {
    final DrawingView pad = new DrawingView(this, this);
    Button clear = new Button(this);
    clear.setText("Clear");
    clear.setOnClickListener(
        new View.OnClickListener() {
          @Override
          public void onClick(View button) {
            pad.clear();
          }
        });
    layout.addView(
        pad, new LinearLayout.LayoutParams(LinearLayout.LayoutParams.MATCH_PARENT, 0, 1));
    layout.addView(clear);
    onCleared();
  }

  @Override
  public void onDrawn(byte[] pixels) {
    long began = System.nanoTime();
    int best = session.classify(pixels);
    long micros = (System.nanoTime() - began) / 1000;
    answer.setText(model.label(best) + "   (" + micros + " µs)");
  }

  @Override
  public void onCleared() {
    answer.setText("Draw a digit");
  }
}
