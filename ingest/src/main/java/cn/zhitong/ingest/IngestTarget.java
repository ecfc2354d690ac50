package cn.zhitong.ingest;

import cn.zhitong.ingest.read.SourceFile;
import java.util.List;

/** Where the command's files go: a running service, or the database itself. */
interface IngestTarget extends AutoCloseable {

  /** For the operator, in Chinese. */
  String describe();

  /**
   * Returns when everything that was stored is searchable (by a service that runs now, or that is
   * started later).
   *
   * @throws TargetException when it cannot go on; what was settled before stays stored
   */
  void ingest(List<SourceFile> files, IngestListener listener) throws TargetException;

  @Override
  void close();

  /** The service or database cannot be used; the message is Chinese and says what to do. */
  final class TargetException extends Exception {
    private static final long serialVersionUID = 1L;

    TargetException(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
