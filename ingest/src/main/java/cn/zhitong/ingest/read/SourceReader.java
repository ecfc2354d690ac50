package cn.zhitong.ingest.read;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.function.Consumer;

/** Reads policy files of any known format into text. Stateless and safe for concurrent use. */
public final class SourceReader {
  private final ReadLimits limits;
  private final Map<Format, FormatReader> readers;

  public SourceReader() {
    this(ReadLimits.STANDARD);
  }

  SourceReader(ReadLimits limits) {
    this.limits = limits;
    this.readers =
        Map.of(
            Format.TEXT, new PlainTextReader(limits),
            Format.MARKDOWN, new MarkdownReader(limits),
            Format.HTML, new HtmlReader(limits),
            Format.PDF, new PdfReader(limits),
            Format.DOCX, new DocxReader(limits),
            Format.OLE2, new DocReader(limits),
            Format.OFD, new OfdReader(limits));
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
    Format format = check(file);
    if (format == Format.JSON_LINES) {
      readLines(file, out, badLines);
      return;
    }
    FormatReader reader = readers.get(format);
    ReadText read = TimeLimit.within(limits.time(), () -> reader.read(file.path()));
    SourceText text =
        new SourceText(
            file.externalId(),
            file.fileName(),
            read.text(),
            read.tables(),
            read.titleHint(),
            read.given());
    if (text.isWordless()) {
      throw new UnreadableSource(
          UnreadableSource.Kind.NO_TEXT, "文件里没有可读取的文字；如果是扫描件，请先做文字识别（OCR）再上传。");
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
        throw new UnreadableSource(
            UnreadableSource.Kind.UNKNOWN_KIND,
            "不支持这种文件；请上传 txt、md、html、pdf、docx、doc、ofd 或 jsonl 文件。");
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
