package cn.zhitong.ingest.read;

import java.io.IOException;
import java.nio.file.Path;

/** Reads .txt files; their lines stay as they are. */
record PlainTextReader(ReadLimits limits) implements FormatReader {

  @Override
  public ReadText read(Path file) throws IOException, UnreadableSource {
    TextLines lines = new TextLines(limits);
    lines.line(Encoding.decode(file, null, limits));
    return lines.toText(null);
  }
}
