package cn.zhitong.ingest.read;

import java.io.IOException;
import java.nio.file.Path;

/** Reads one file of one format. */
interface FormatReader {

  /**
   * @throws IOException when the parser gives up: reported as malformed
   */
  ReadText read(Path file) throws IOException, UnreadableSource;
}
