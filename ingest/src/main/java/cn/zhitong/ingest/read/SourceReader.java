package cn.zhitong.ingest.read;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/** Reads policy files of any known format into text. Stateless and safe for concurrent use. */
public final class SourceReader {
  private static final String UNKNOWN_KIND =
      "不支持这种文件；请上传 txt、md、html、mht、pdf、docx、doc、wps、xlsx、xls、ofd、png、jpg、tiff 或 jsonl 文件。";

  private final ReadLimits limits;
  private final Map<Format, FormatReader> readers;

  /** A reader that also reads scanned pages. */
  public SourceReader() {
    this(ReadLimits.STANDARD, true);
  }

  /**
   * @param pictures whether scanned pages are read by character recognition, or refused
   */
  public SourceReader(boolean pictures) {
    this(ReadLimits.STANDARD, pictures);
  }

  SourceReader(ReadLimits limits, boolean ocr) {
    this.limits = limits;
    PictureReader pictures = new PictureReader(ocr);
    this.readers =
        Map.ofEntries(
            Map.entry(Format.TEXT, new PlainTextReader(limits)),
            Map.entry(Format.MARKDOWN, new MarkdownReader(limits)),
            Map.entry(Format.HTML, new HtmlReader(limits)),
            Map.entry(Format.MHT, new MhtReader(limits)),
            Map.entry(Format.PDF, new PdfReader(limits, pictures)),
            Map.entry(Format.IMAGE, new ImageReader(limits, pictures)),
            Map.entry(Format.DOCX, new DocxReader(limits)),
            Map.entry(Format.OLE2, new DocReader(limits)),
            Map.entry(Format.XLSX, new WorkbookReader(limits, true)),
            Map.entry(Format.XLS, new WorkbookReader(limits, false)),
            Map.entry(Format.OFD, new OfdReader(limits, pictures)));
  }

  /**
   * Reads one file.
   *
   * @param out takes each text, on the caller's thread; a JSON Lines file gives one a line,
   *     streamed, every other file gives exactly one
   * @param badLines takes each line of a JSON Lines file that cannot be read
   * @throws UnreadableSource when the file as a whole cannot be read; then {@code out} was not
   *     called, except where a JSON Lines file breaks off in the middle
   */
  public void read(SourceFile file, Consumer<SourceText> out, Consumer<BadLine> badLines)
      throws UnreadableSource {
    read(file, out, badLines, page -> {});
  }

  /**
   * The same, with progress.
   *
   * @param pages is told, on the caller's thread, of pages that are read from their pictures
   */
  public void read(
      SourceFile file,
      Consumer<SourceText> out,
      Consumer<BadLine> badLines,
      Consumer<PageProgress> pages)
      throws UnreadableSource {
    Format format = check(file);
    if (format == Format.JSON_LINES) {
      readLines(file, out, badLines);
      return;
    }
    FormatReader reader =
        Objects.requireNonNull(readers.get(format), () -> "no reader is registered for " + format);
    ReadText read = TimeLimit.within(limits.time(), () -> reader.read(file.path()), pages);
    SourceText text =
        new SourceText(
            file.externalId(),
            file.fileName(),
            UsualCharacters.of(read.text()),
            read.tables(),
            read.titleHint() == null ? null : UsualCharacters.of(read.titleHint()),
            read.given(),
            read.warnings(),
            read.pages(),
            read.issuerHint(),
            read.ocr(),
            read.pictures());
    if (text.isWordless() || PageMarks.isAllOf(text.text())) {
      throw new UnreadableSource(
          UnreadableSource.Kind.NO_TEXT, "文件里没有可读取的文字；如果是扫描件，请上传原来的 PDF 或图片，由本系统识别文字（OCR）。");
    }
    out.accept(text);
  }

  private Format check(SourceFile file) throws UnreadableSource {
    try {
      long size = Files.size(file.path());
      if (size == 0) {
        throw new UnreadableSource(UnreadableSource.Kind.EMPTY, "文件是空的，没有可以入库的内容；请检查后重新上传。");
      }
      Format format = Format.of(file.path(), file.fileName());
      if (format == Format.UNKNOWN) {
        throw new UnreadableSource(UnreadableSource.Kind.UNKNOWN_KIND, UNKNOWN_KIND);
      }
      if (format == Format.RTF) {
        throw new UnreadableSource(
            UnreadableSource.Kind.UNKNOWN_KIND, "不支持 RTF 文件；请用 Word 或 WPS 打开后另存为 docx 再上传。");
      }
      if (size > limits.fileBytes()) {
        throw limits.fileTooLarge();
      }
      return format;
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private void readLines(SourceFile file, Consumer<SourceText> out, Consumer<BadLine> badLines)
      throws UnreadableSource {
    try {
      new JsonLinesReader(limits).read(file, out, badLines);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private static UnreadableSource unreadable(IOException cause) {
    return new UnreadableSource(UnreadableSource.Kind.MALFORMED, "文件读不出来，请确认文件存在且没有损坏后重试。", cause);
  }
}
