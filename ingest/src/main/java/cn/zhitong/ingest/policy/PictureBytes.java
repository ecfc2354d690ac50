package cn.zhitong.ingest.policy;

/** A picture's file. Never changed after it was made. */
public final class PictureBytes {
  private final byte[] bytes;

  /**
   * @param bytes kept as they are, not copied
   */
  public PictureBytes(byte[] bytes) {
    this.bytes = bytes;
  }

  /** The bytes themselves; who gets them must not change them. */
  public byte[] array() {
    return bytes;
  }

  public int size() {
    return bytes.length;
  }
}
