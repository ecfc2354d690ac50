package cn.zhitong.ingest.read;

/**
 * A file that cannot be read as a policy text. The message is Chinese and says what to do; the
 * cause, where there is one, is for the log only.
 */
public final class UnreadableSource extends Exception {
  private static final long serialVersionUID = 1L;

  /** Why a file cannot be read. */
  public enum Kind {
    /** No bytes, or white space only. */
    EMPTY,
    /** Over the size limit, or unpacks to more than a document can have (zip bomb). */
    TOO_LARGE,
    /** Needs a password. */
    ENCRYPTED,
    /** Broken, truncated, or not what its ending says. */
    MALFORMED,
    /** A sound file without text, such as a scan without text layer. */
    NO_TEXT,
    /** Not a format that policies come in; the report counts it as skipped. */
    UNKNOWN_KIND
  }

  private final Kind kind;

  public UnreadableSource(Kind kind, String message) {
    this(kind, message, null);
  }

  public UnreadableSource(Kind kind, String message, Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }
}
