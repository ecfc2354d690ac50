package cn.zhitong.ingest.read.ocr;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Pages are drawn with the font that PDFBox brings, so that the machine needs none. Slow, since
 * whole pages go through the recognition model.
 */
@Tag("slow")
class OcrEngineTest {
  private static final List<String> LINES =
      List.of(
          "Notice No 17 on warehouse rents",
          "The rent falls by 35 percent for 18 months",
          "Requests until 2026-09-30");

  private static OcrEngine engine;
  private static Font font;

  @BeforeAll
  static void load() throws IOException, FontFormatException {
    engine = new OcrEngine(2);
    try (InputStream in =
        OcrEngineTest.class.getResourceAsStream(
            "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf")) {
      font = Font.createFont(Font.TRUETYPE_FONT, in).deriveFont(30f);
    }
  }

  @AfterAll
  static void close() {
    engine.close();
  }

  @Test
  void read_uprightPage_givesItsLinesFromTopToBottom() {
    OcrPage page = engine.read(page(0, false));
    assertThat(texts(page)).containsExactlyElementsOf(packed());
    assertThat(page.confidence()).isGreaterThan(.9);
    assertThat(page.unread()).isZero();
  }

  @Test
  void read_pageTurnedByQuarters_isSetUpright() {
    for (int quarters = 1; quarters < 4; quarters++) {
      assertThat(texts(engine.read(turned(page(0, false), quarters))))
          .as("%d quarters", quarters)
          .containsExactlyElementsOf(packed());
    }
  }

  @Test
  void read_skewedPage_givesLevelLines() {
    OcrPage page = engine.read(page(2.5, false));
    assertThat(texts(page)).containsExactlyElementsOf(packed());
    assertThat(page.lines().get(0).left()).isCloseTo(page.lines().get(1).left(), within(25));
  }

  @Test
  void read_sealOverText_readsTheTextBelow() {
    OcrPage page = engine.read(page(0, true));
    assertThat(texts(page)).containsAll(packed());
  }

  @Test
  void read_blankPage_findsNothing() {
    OcrPage page = engine.read(blank());
    assertThat(page.lines()).isEmpty();
    assertThat(page.confidence()).isZero();
  }

  private static org.assertj.core.data.Offset<Double> within(double pixels) {
    return org.assertj.core.data.Offset.offset(pixels);
  }

  private static List<String> packed() {
    return LINES.stream().map(OcrEngineTest::pack).toList();
  }

  private static List<String> texts(OcrPage page) {
    return page.lines().stream().map(line -> pack(line.text())).collect(Collectors.toList());
  }

  private static String pack(String text) {
    return text.replace(" ", "");
  }

  private static BufferedImage blank() {
    BufferedImage image = new BufferedImage(900, 1200, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, 900, 1200);
    graphics.dispose();
    return image;
  }

  private static BufferedImage page(double degrees, boolean seal) {
    BufferedImage image = blank();
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    // Ink mixes: where a seal crosses print, the print shows.
    if (seal) {
      graphics.setColor(new Color(220, 40, 40));
      graphics.setStroke(new BasicStroke(7));
      graphics.drawOval(330, 450, 220, 220);
      graphics.drawOval(400, 520, 80, 80);
    }
    graphics.setColor(Color.BLACK);
    graphics.setFont(font);
    graphics.rotate(Math.toRadians(degrees), 450, 600);
    for (int i = 0; i < LINES.size(); i++) {
      graphics.drawString(LINES.get(i), 120, 500 + 70 * i);
    }
    graphics.dispose();
    return image;
  }

  private static BufferedImage turned(BufferedImage image, int quarters) {
    PixelImage turned = PixelImage.of(image).turned(quarters);
    BufferedImage out =
        new BufferedImage(turned.width(), turned.height(), BufferedImage.TYPE_INT_RGB);
    out.setRGB(0, 0, turned.width(), turned.height(), turned.pixels(), 0, turned.width());
    return out;
  }
}
