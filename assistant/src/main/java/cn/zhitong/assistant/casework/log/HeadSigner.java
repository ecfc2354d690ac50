package cn.zhitong.assistant.casework.log;

/** One way of signing the daily heads; the pair of keys is made of the log's secret. */
interface HeadSigner {
  /** X.509 form, base64. */
  String publicKey();

  /** Base64. */
  String sign(String content);

  /**
   * @param signature as {@link #sign} gives it; anything else does not verify
   */
  boolean verifies(String content, String signature);
}
