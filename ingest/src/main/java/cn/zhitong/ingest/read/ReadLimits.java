package cn.zhitong.ingest.read;

import java.time.Duration;

/**
 * What a reader takes before it refuses.
 *
 * @param fileBytes size of a file; the product's promise is 50 MB
 * @param textChars characters of one text: the longest code of law has some 150,000, so that ten
 *     times the longest collection is still far below
 * @param partBytes size of one part of a packed file (docx, ofd) or one stream of a PDF, unpacked
 * @param totalBytes size of all parts that hold text, unpacked
 * @param time one file's parsing, after which the parser counts as hung
 */
record ReadLimits(long fileBytes, int textChars, long partBytes, long totalBytes, Duration time) {

  static final ReadLimits STANDARD =
      new ReadLimits(50L << 20, 4_000_000, 48L << 20, 192L << 20, Duration.ofSeconds(60));

  UnreadableSource fileTooLarge() {
    return new UnreadableSource(
        UnreadableSource.Kind.TOO_LARGE,
        "文件超过 " + (fileBytes >> 20) + " MB 的上限，请压缩图片或拆分成多个文件后再上传。");
  }

  UnreadableSource textTooLong() {
    return new UnreadableSource(
        UnreadableSource.Kind.TOO_LARGE,
        "文件里的文字超过 " + textChars / 10_000 + " 万字的上限，不像一份政策文件；请拆分成多个文件后再上传。");
  }

  UnreadableSource unpacksTooLarge() {
    return new UnreadableSource(
        UnreadableSource.Kind.TOO_LARGE, "文件解压后异常庞大，可能是恶意构造的压缩包，已停止读取；请用办公软件另存一份后再上传。");
  }
}
