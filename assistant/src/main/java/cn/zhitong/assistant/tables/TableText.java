package cn.zhitong.assistant.tables;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** The text of lists as programs save them: UTF-8, UTF-16 with a mark, else GB18030. */
public final class TableText {
  private static final Charset GB18030 = Charset.forName("GB18030");

  private TableText() {}

  /** Without its byte order mark. */
  public static String decoded(byte[] bytes) {
    String text;
    try {
      text = utf(bytes);
    } catch (CharacterCodingException e) {
      text = new String(bytes, GB18030);
    }
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static String utf(byte[] bytes) throws CharacterCodingException {
    boolean marked = bytes.length > 1;
    int mark = marked ? (bytes[0] & 0xFF) << 8 | bytes[1] & 0xFF : 0;
    Charset charset =
        mark == 0xFFFE
            ? StandardCharsets.UTF_16LE
            : mark == 0xFEFF ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_8;
    return charset
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT)
        .decode(ByteBuffer.wrap(bytes))
        .toString();
  }
}
