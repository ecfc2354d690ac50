package cn.zhitong.ingest.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.zhitong.ingest.policy.SourcePage;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.util.Matrix;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each page judged by itself: text layer, scan, watermark. Slow, since scans go through the
 * recognition model.
 */
@Tag("slow")
class ScannedPdfTest {
  @TempDir Path folder;

  private static SourceText read(Path file, boolean ocr) throws Exception {
    List<SourceText> texts = new ArrayList<>();
    String name = file.getFileName().toString();
    new SourceReader(ocr).read(new SourceFile(name, name, file), texts::add, b -> {});
    return texts.get(0);
  }

  private static BufferedImage scan(String... lines) throws Exception {
    BufferedImage image = new BufferedImage(1240, 1754, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, 1240, 1754);
    graphics.setColor(Color.BLACK);
    try (InputStream in =
        ScannedPdfTest.class.getResourceAsStream(
            "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf")) {
      graphics.setFont(Font.createFont(Font.TRUETYPE_FONT, in).deriveFont(36f));
    }
    for (int i = 0; i < lines.length; i++) {
      graphics.drawString(lines[i], 180, 300 + 80 * i);
    }
    graphics.dispose();
    return image;
  }

  private Path mixed() throws Exception {
    Path file = folder.resolve("mixed.pdf");
    try (PDDocument document = new PDDocument()) {
      PDPage scanned = new PDPage(PDRectangle.A4);
      document.addPage(scanned);
      try (PDPageContentStream content = new PDPageContentStream(document, scanned)) {
        content.drawImage(
            LosslessFactory.createFromImage(
                document, scan("Rents fall by 35 percent", "Notice No 17")),
            0,
            0,
            595,
            842);
      }
      PDPage printed = new PDPage(PDRectangle.A4);
      document.addPage(printed);
      try (PDPageContentStream content = new PDPageContentStream(document, printed)) {
        content.beginText();
        content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
        content.newLineAtOffset(90, 700);
        content.showText("Annex with a text layer of its own");
        content.endText();
        content.beginText();
        content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 40);
        content.setTextMatrix(Matrix.getRotateInstance(.6, 150, 300));
        content.showText("DRAFT");
        content.endText();
      }
      document.save(file.toFile());
    }
    return file;
  }

  @Test
  void read_scannedPageAmongOthers_isReadAndMarked() throws Exception {
    SourceText text = read(mixed(), true);
    assertThat(text.text().replace(" ", ""))
        .contains("Rentsfallby35percent")
        .contains("NoticeNo17")
        .contains("Annexwithatextlayerofitsown")
        .doesNotContain("DRAFT");
    assertThat(text.pages())
        .extracting(SourcePage::source)
        .containsExactly(SourcePage.Source.OCR, SourcePage.Source.TEXT);
    assertThat(text.pages().get(0).confidence()).isGreaterThan(.8);
    assertThat(text.ocr()).isNotEmpty().allMatch(span -> span.end() < text.text().indexOf("Annex"));
    assertThat(text.ocr()).allMatch(span -> span.page() == 1);
    assertThat(text.pictures())
        .singleElement()
        .satisfies(
            picture -> {
              assertThat(picture.page()).isEqualTo(1);
              assertThat(picture.width()).isEqualTo(1000);
            });
    assertThat(text.warnings()).anyMatch(w -> w.contains("第 1 页是扫描件"));
    assertThat(text.warnings()).anyMatch(w -> w.contains("水印"));
  }

  @Test
  void read_scannedPageWithRecognitionOff_isToldOf() throws Exception {
    SourceText text = read(mixed(), false);
    assertThat(text.text()).contains("Annex").doesNotContain("Rents");
    assertThat(text.warnings()).anyMatch(w -> w.contains("第 1 页没有文字层"));
  }

  @Test
  void read_picture_isReadOrRefused() throws Exception {
    Path file = folder.resolve("a.png");
    ImageIO.write(scan("Notice No 17"), "png", file.toFile());
    assertThat(read(file, true).text().replace(" ", "")).contains("NoticeNo17");
    assertThat(catchThrowableOfType(UnreadableSource.class, () -> read(file, false)).kind())
        .isEqualTo(UnreadableSource.Kind.NO_TEXT);
  }
}
