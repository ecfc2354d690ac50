package cn.zhitong.ingest.store;

/**
 * A text was to be stored with vectors of another model than the library's: the library was
 * embedded anew while it was read. It is to be embedded again.
 */
public final class OtherModelException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  OtherModelException(String given, String library) {
    super("vectors of " + given + " for a library of " + library);
  }
}
