package cn.zhitong.ingest.read;

import cn.zhitong.ingest.policy.SourcePage;
import cn.zhitong.ingest.read.layout.PageLayout;
import cn.zhitong.ingest.read.layout.PrintedPage;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/**
 * Reads PDF files, each page judged by itself: by its text layer where it has a sound one, else
 * from its picture.
 */
record PdfReader(ReadLimits limits, PictureReader pictures) implements FormatReader {
  /** The longest collections of law have some 2,000 pages. */
  private static final int MAX_PAGES = 5_000;

  /** Pages read from pictures, at 1 to 3 seconds each; the rest is named in a warning. */
  private static final int MAX_SCANNED = 400;

  /** Characters of 10 points are 28 pixels high: the recogniser wants 20 and more. */
  private static final int DPI = 200;

  private static final int LARGEST_SIDE = 4_000;

  /** Fewer letters than this on a page with a picture are a stamp or a page number on a scan. */
  private static final int FEW_LETTERS = 20;

  private static final int SOME_LETTERS = 120;
  private static final double HALF_THE_PAGE = .5;

  @Override
  public ReadText read(Path file) throws IOException, UnreadableSource {
    PdfStreamCheck.check(file, limits);
    try (RandomAccessReadBufferedFile in = new RandomAccessReadBufferedFile(file.toFile());
        PDDocument document = Loader.loadPDF(in, IOUtils.createMemoryOnlyStreamCache())) {
      if (document.getNumberOfPages() > MAX_PAGES) {
        throw new UnreadableSource(
            UnreadableSource.Kind.TOO_LARGE, "PDF 超过 " + MAX_PAGES + " 页的上限，请拆分成多个文件后再上传。");
      }
      return new Walk(document).read();
    } catch (InvalidPasswordException e) {
      throw new UnreadableSource(UnreadableSource.Kind.ENCRYPTED, "PDF 设有打开密码，无法读取；请去掉密码后再上传。", e);
    } catch (RuntimeException e) {
      throw new IOException("no sound PDF", e);
    }
  }

  /** Word writes its file name there; that is no title. */
  private static String title(PDDocument document) {
    String title = document.getDocumentInformation().getTitle();
    return title == null || title.contains("Microsoft Word") || title.matches(".*\\.\\w{3,4}$")
        ? null
        : title;
  }

  private final class Walk {
    private final PDDocument document;
    private final PdfGlyphs glyphs = new PdfGlyphs(limits);
    private final TextLines lines = new TextLines(limits);
    private final ScannedPages scanned = new ScannedPages();
    private final List<PrintedPage> pages = new ArrayList<>();
    private int fromPictures;

    Walk(PDDocument document) {
      this.document = document;
    }

    ReadText read() throws IOException, UnreadableSource {
      for (int i = 0; i < document.getNumberOfPages(); i++) {
        page(i + 1, document.getPage(i));
      }
      PrintedText.write(PageLayout.blocks(pages), lines);
      scanned.warn(lines);
      ReadText text = lines.toText(title(document));
      if (text.text().isBlank()) {
        throw withoutText(pictures.isOn());
      }
      if (Legibility.isNonsense(text.text())) {
        throw new UnreadableSource(
            UnreadableSource.Kind.NO_TEXT, "PDF 的字体没有附带文字编码，读出来是乱码；请上传 Word 原稿，或先做文字识别（OCR）。");
      }
      return text;
    }

    private void page(int number, PDPage page) throws IOException, UnreadableSource {
      PdfGlyphs.PageGlyphs printed = glyphs.of(document, number);
      PdfDrawing.Drawing drawing = PdfDrawing.of(page);
      String text = printed.text();
      boolean nonsense = Legibility.isNonsense(text);
      int letters = (int) text.codePoints().filter(Character::isLetterOrDigit).count();
      boolean scan =
          letters < FEW_LETTERS && drawing.drawn()
              || letters < SOME_LETTERS && drawing.pictures() > HALF_THE_PAGE;
      PictureReader.Read read = nonsense || scan ? fromPicture(number) : null;
      if (read != null && (nonsense ? isBetter(read, text) : read.chars() > letters * 1.3 + 4)) {
        pages.add(read.page());
        lines.page(SourcePage.ocr(number, read.confidence()));
        lines.pagePicture(number, read.picture());
        scanned.read(number, read, nonsense);
        return;
      }
      warn(number, printed, drawing, nonsense, scan && letters == 0 && drawing.pictures() > .05);
      lines.page(SourcePage.text(number));
      pages.add(
          new PrintedPage(
              number,
              page.getCropBox().getWidth(),
              page.getCropBox().getHeight(),
              printed.glyphs(),
              page.getRotation() % 180 == 0 ? drawing.rules() : List.of()));
    }

    private void warn(
        int number,
        PdfGlyphs.PageGlyphs printed,
        PdfDrawing.Drawing drawing,
        boolean nonsense,
        boolean empty) {
      if (nonsense) {
        lines.warn("第 " + number + " 页的字体编码有误，读出的文字是乱码，请上传 Word 原稿。");
      }
      if (empty) {
        scanned.unread(number);
      }
      if (!printed.watermark().isEmpty()) {
        String mark = printed.watermark();
        lines.warn("页面上斜排或浅色的水印文字没有收入：“" + mark.substring(0, Math.min(16, mark.length())) + "”。");
      }
      if (!empty && drawing.pictures() > .2 && drawing.pictures() < HALF_THE_PAGE) {
        lines.warn("第 " + number + " 页有图片没有收入，图片中的文字未读出，请核对原文件。");
      }
    }

    private PictureReader.Read fromPicture(int number) throws IOException {
      if (!pictures.isOn() || fromPictures >= MAX_SCANNED) {
        return null;
      }
      fromPictures++;
      TimeLimit.reached(number, document.getNumberOfPages());
      PDPage page = document.getPage(number - 1);
      float longest = Math.max(page.getCropBox().getWidth(), page.getCropBox().getHeight());
      float dpi = Math.min(DPI, LARGEST_SIDE * 72 / longest);
      BufferedImage picture =
          new PDFRenderer(document).renderImageWithDPI(number - 1, dpi, ImageType.RGB);
      return pictures.read(number, picture, 72 / dpi);
    }

    /** Read with some confidence, and not what the layer says anyway. */
    private boolean isBetter(PictureReader.Read read, String layer) {
      String text = read.text();
      long shared = text.chars().filter(c -> c > 127 && layer.indexOf(c) >= 0).count();
      long all = text.chars().filter(c -> c > 127).count();
      return read.confidence() > .7 && text.length() > 4 && shared < .6 * Math.max(1, all);
    }
  }

  private static UnreadableSource withoutText(boolean ocr) {
    return new UnreadableSource(
        UnreadableSource.Kind.NO_TEXT,
        ocr
            ? "PDF 没有文字层，图片上也没有识别出文字；请换一份清楚的扫描件或上传 Word 原稿。"
            : "PDF 没有文字层，可能是扫描件，而文字识别（OCR）已关闭；请先做文字识别再上传。");
  }
}
