/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.examples.desktop;

import dev.thimble.runtime.Model;
import dev.thimble.runtime.Session;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/**
 * Classifies the pictures in a folder, those that are there and those that come; needs no screen.
 */
public final class FolderWatcher {
  private final Model model;
  private final Session session;
  private final PrintStream out;

  FolderWatcher(Model model, PrintStream out) {
    this.model = model;
    this.session = model.newSession();
    this.out = out;
  }

  /** {@code FolderWatcher FILE.thim FOLDER} */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    if (arguments.length != 2) {
      System.err.println("usage: FolderWatcher FILE.thim FOLDER");
      System.exit(2);
    }
    System.setProperty("java.awt.headless", "true");
    Model model = Model.load(Files.readAllBytes(Path.of(arguments[0])));
    new FolderWatcher(model, System.out).watch(Path.of(arguments[1]));
  }

  /** Classifies until the folder is gone or the thread is interrupted. */
  void watch(Path folder) throws IOException, InterruptedException {
    try (WatchService watcher = folder.getFileSystem().newWatchService()) {
      folder.register(
          watcher, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY);
      for (Path picture : pictures(folder)) {
        classify(picture);
      }
      boolean valid = true;
      while (valid) {
        WatchKey key = watcher.take();
        for (WatchEvent<?> event : key.pollEvents()) {
          if (event.context() instanceof Path name && isPicture(name)) {
            classify(folder.resolve(name));
          }
        }
        valid = key.reset();
      }
    }
  }

  private static List<Path> pictures(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(FolderWatcher::isPicture).sorted().collect(Collectors.toList());
    }
  }

  private static boolean isPicture(Path file) {
    return file.getFileName().toString().toLowerCase(Locale.ROOT).matches(".*\\.(png|jpe?g|bmp)");
  }

  /** Prints a line; a file that is still being written is classified when it is complete. */
  void classify(Path picture) {
    try {
      BufferedImage image = ImageIO.read(picture.toFile());
      if (image != null) {
        int best = session.classify(DigitPicture.pixels(image));
        out.println(picture.getFileName() + "  " + model.label(best));
      }
    } catch (IOException e) {
      out.println(picture.getFileName() + "  cannot be read: " + e.getMessage());
    }
  }
}
