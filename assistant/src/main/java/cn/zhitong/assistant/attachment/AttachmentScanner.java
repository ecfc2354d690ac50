package cn.zhitong.assistant.attachment;

import java.io.IOException;
import java.nio.file.Path;

/** Looks for malware before a file is stored. */
public interface AttachmentScanner {

  enum Verdict {
    CLEAN,
    INFECTED,
    /** No scanner is set up. */
    UNSCANNED
  }

  /**
   * @throws IOException when the scanner cannot be asked: the file is not taken then
   */
  Verdict scan(Path file) throws IOException;
}
