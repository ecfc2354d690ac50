package cn.zhitong.ingest.read;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Decodes a text file of unknown encoding: byte order mark, then UTF-16 by its NUL bytes, then
 * UTF-8 and GB18030, each only if every byte decodes, then ICU's guess.
 */
final class Encoding {
  private static final Charset GB18030 = Charset.forName("GB18030");

  /** A text with more of these than one in a thousand is no text. */
  private static final double MAX_CONTROL_SHARE = .001;

  /** Old editors put some of their own glyphs in published laws; noise has them everywhere. */
  private static final double MAX_PRIVATE_SHARE = .02;

  /** Share of ordinary Chinese and ASCII characters that shows the right byte order. */
  private static final double USUAL_SHARE = .9;

  private Encoding() {}

  /**
   * @param declared what the file says of itself; taken only if it decodes; may be null
   */
  static String decode(Path file, Charset declared, ReadLimits limits)
      throws IOException, UnreadableSource {
    // At most four bytes a character in every encoding: longer files cannot be within the limit.
    if (Files.size(file) > 4L * limits.textChars()) {
      throw limits.textTooLong();
    }
    byte[] bytes = Files.readAllBytes(file);
    String text = decode(bytes, declared);
    if (text == null || isGarbage(text)) {
      throw new UnreadableSource(
          UnreadableSource.Kind.MALFORMED, "文件不是文本，或者文字编码无法识别；请另存为 UTF-8 编码的文本后再上传。");
    }
    if (text.length() > limits.textChars()) {
      throw limits.textTooLong();
    }
    return text;
  }

  private static String decode(byte[] bytes, Charset declared) {
    Charset marked = byteOrderMark(bytes);
    if (marked != null) {
      String text = strictly(bytes, marked);
      return text == null ? null : text.substring(1);
    }
    Charset wide = utf16(bytes);
    if (wide != null) {
      return strictly(bytes, wide);
    }
    String text = strictly(bytes, StandardCharsets.UTF_8);
    if (text == null && declared != null && !isUnicode(declared)) {
      text = strictly(bytes, declared.name().startsWith("GB") ? GB18030 : declared);
    }
    if (text == null) {
      text = strictly(bytes, GB18030);
    }
    return text == null ? guess(bytes) : text;
  }

  private static boolean isUnicode(Charset charset) {
    return charset.name().startsWith("UTF");
  }

  private static Charset byteOrderMark(byte[] b) {
    if (b.length >= 3 && (b[0] & 0xff) == 0xEF && (b[1] & 0xff) == 0xBB && (b[2] & 0xff) == 0xBF) {
      return StandardCharsets.UTF_8;
    }
    if (b.length >= 2 && (b[0] & 0xff) == 0xFF && (b[1] & 0xff) == 0xFE) {
      return StandardCharsets.UTF_16LE;
    }
    if (b.length >= 2 && (b[0] & 0xff) == 0xFE && (b[1] & 0xff) == 0xFF) {
      return StandardCharsets.UTF_16BE;
    }
    return null;
  }

  /**
   * UTF-16 without a mark: neither UTF-8 nor GB18030 text has NUL bytes at all, and only the right
   * byte order gives characters that Chinese texts use.
   */
  private static Charset utf16(byte[] bytes) {
    int length = Math.min(bytes.length, 64 * 1024) & ~1;
    boolean nul = false;
    for (int i = 0; i < length; i++) {
      nul |= bytes[i] == 0;
    }
    if (!nul || (bytes.length & 1) == 1) {
      return null;
    }
    for (Charset charset : new Charset[] {StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE}) {
      String text = new String(bytes, 0, length, charset);
      if (text.chars().filter(Encoding::isUsual).count() >= USUAL_SHARE * text.length()) {
        return charset;
      }
    }
    return null;
  }

  private static boolean isUsual(int c) {
    return (c >= 0x20 && c < 0x7F)
        || c == '\n'
        || c == '\r'
        || c == '\t'
        || (c >= 0x2010 && c <= 0x2030)
        || (c >= 0x3000 && c <= 0x303F)
        || (c >= 0x4E00 && c <= 0x9FFF)
        || (c >= 0xFF00 && c <= 0xFFEF);
  }

  private static String strictly(byte[] bytes, Charset charset) {
    try {
      return charset
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes))
          .toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  private static String guess(byte[] bytes) {
    CharsetMatch match = new CharsetDetector().setText(bytes).detect();
    if (match == null || match.getConfidence() < 30 || !Charset.isSupported(match.getName())) {
      return null;
    }
    // The last resort may replace a few broken bytes, as an interrupted download leaves them.
    String text = new String(bytes, Charset.forName(match.getName()));
    long broken = text.chars().filter(c -> c == '\uFFFD').count();
    return broken * 200 > text.length() ? null : text;
  }

  /** Binary bytes that happened to decode: controls, or mostly code points that no text uses. */
  private static boolean isGarbage(String text) {
    long controls = text.chars().filter(Encoding::isControl).count();
    long strange = text.chars().filter(c -> c >= 0xE000 && c < 0xF900).count();
    return (controls > 2 && controls > MAX_CONTROL_SHARE * text.length())
        || strange > MAX_PRIVATE_SHARE * text.length();
  }

  private static boolean isControl(int c) {
    boolean space = c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0x0B;
    return (c < 0x20 && !space) || c == 0xFFFE || c == 0xFFFF;
  }
}
