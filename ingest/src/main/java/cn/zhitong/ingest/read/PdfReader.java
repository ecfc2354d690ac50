package cn.zhitong.ingest.read;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** Reads PDF files that have a text layer. */
record PdfReader(ReadLimits limits) implements FormatReader {
  /** The longest collections of law have some 2,000 pages. */
  private static final int MAX_PAGES = 5_000;

  @Override
  public ReadText read(Path file) throws IOException, UnreadableSource {
    PdfStreamCheck.check(file, limits);
    try (RandomAccessReadBufferedFile in = new RandomAccessReadBufferedFile(file.toFile());
        PDDocument document = Loader.loadPDF(in, IOUtils.createMemoryOnlyStreamCache())) {
      if (document.getNumberOfPages() > MAX_PAGES) {
        throw new UnreadableSource(
            UnreadableSource.Kind.TOO_LARGE, "PDF 超过 " + MAX_PAGES + " 页的上限，请拆分成多个文件后再上传。");
      }
      Lines lines = new Lines(limits);
      lines.writeText(document, Writer.nullWriter());
      if (lines.tooLong) {
        throw limits.textTooLong();
      }
      TextLines out = new TextLines(limits);
      new PrintedPages(lines.lines).writeTo(out);
      return withTextLayer(out.toText(title(document)));
    } catch (InvalidPasswordException e) {
      throw new UnreadableSource(UnreadableSource.Kind.ENCRYPTED, "PDF 设有打开密码，无法读取；请去掉密码后再上传。", e);
    } catch (RuntimeException e) {
      throw new IOException("no sound PDF", e);
    }
  }

  private static ReadText withTextLayer(ReadText text) throws UnreadableSource {
    if (text.text().isBlank()) {
      throw new UnreadableSource(
          UnreadableSource.Kind.NO_TEXT, "PDF 没有文字层，可能是扫描件；请先做文字识别（OCR）再上传。");
    }
    long unmapped = text.text().chars().filter(c -> c == '\uFFFD').count();
    if (unmapped * 3 > text.text().length()) {
      throw new UnreadableSource(
          UnreadableSource.Kind.NO_TEXT, "PDF 的字体没有附带文字编码，读出来是乱码；请上传 Word 原稿，或先做文字识别（OCR）。");
    }
    return text;
  }

  /** Word writes its file name there; that is no title. */
  private static String title(PDDocument document) {
    String title = document.getDocumentInformation().getTitle();
    return title == null || title.contains("Microsoft Word") || title.matches(".*\\.\\w{3,4}$")
        ? null
        : title;
  }

  /** Collects lines with their places; the order is the file's, which is how it was written. */
  private static final class Lines extends PDFTextStripper {
    private final ReadLimits limits;
    private final List<PrintedLine> lines = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private TextPosition first;
    private TextPosition last;
    private double size;
    private long chars;
    private boolean tooLong;

    Lines(ReadLimits limits) {
      this.limits = limits;
    }

    @Override
    protected void writeString(String string, List<TextPosition> positions) {
      chars += string.length();
      tooLong |= chars > limits.textChars();
      if (tooLong || positions.isEmpty()) {
        return;
      }
      first = first == null ? positions.get(0) : first;
      last = positions.get(positions.size() - 1);
      for (TextPosition position : positions) {
        size = Math.max(size, position.getFontSizeInPt());
      }
      text.append(string);
    }

    @Override
    protected void writeWordSeparator() {
      text.append(' ');
    }

    @Override
    protected void writeLineSeparator() {
      flush();
    }

    @Override
    protected void writePageEnd() {
      flush();
    }

    @Override
    protected void writeParagraphEnd() {
      flush();
    }

    private void flush() {
      if (first != null) {
        lines.add(
            new PrintedLine(
                getCurrentPageNo(),
                first.getXDirAdj(),
                last.getXDirAdj() + last.getWidthDirAdj(),
                first.getYDirAdj(),
                size,
                text.toString()));
      }
      text.setLength(0);
      first = null;
      size = 0;
    }
  }
}
