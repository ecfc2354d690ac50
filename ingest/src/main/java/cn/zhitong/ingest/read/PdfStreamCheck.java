package cn.zhitong.ingest.read;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Inflates a PDF's streams without keeping them, before the parser does so in memory: 50 MB of
 * zeros packed twice unpack to more than any machine has. Images are left alone, as reading text
 * never unpacks them.
 */
final class PdfStreamCheck {
  private static final byte[] STREAM = "stream".getBytes(StandardCharsets.ISO_8859_1);

  /** A stream's dictionary stands before it; those of text streams are short. */
  private static final int DICTIONARY = 600;

  private final ByteBuffer file;
  private final ReadLimits limits;
  private long total;

  private PdfStreamCheck(ByteBuffer file, ReadLimits limits) {
    this.file = file;
    this.limits = limits;
  }

  static void check(Path path, ReadLimits limits) throws IOException, UnreadableSource {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      ByteBuffer file = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
      new PdfStreamCheck(file, limits).check();
    }
  }

  private void check() throws UnreadableSource {
    int limit = file.limit() - STREAM.length;
    for (int i = 0; i < limit; i++) {
      if (file.get(i) == 's' && isStream(i)) {
        String dictionary = dictionary(i);
        if (count(dictionary, "/FlateDecode") + count(dictionary, "/LZWDecode") > 1) {
          throw limits.unpacksTooLarge();
        }
        if (dictionary.contains("/FlateDecode") && !dictionary.contains("/Image")) {
          i = inflate(i + STREAM.length);
        }
      }
    }
  }

  private boolean isStream(int at) {
    for (int i = 0; i < STREAM.length; i++) {
      if (file.get(at + i) != STREAM[i]) {
        return false;
      }
    }
    return at > 0 && file.get(at - 1) != 'd';
  }

  private String dictionary(int end) {
    byte[] bytes = new byte[Math.min(DICTIONARY, end)];
    file.get(end - bytes.length, bytes);
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    int object = text.lastIndexOf(" obj");
    return object < 0 ? text : text.substring(object);
  }

  private static int count(String text, String word) {
    return (text.length() - text.replace(word, "").length()) / word.length();
  }

  /** Position after what was inflated; a stream that does not inflate is the parser's affair. */
  private int inflate(int from) throws UnreadableSource {
    int start = from;
    while (start < file.limit() && (file.get(start) == '\r' || file.get(start) == '\n')) {
      start++;
    }
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(file.duplicate().position(start));
      byte[] sink = new byte[64 * 1024];
      long size = 0;
      while (!inflater.finished() && !inflater.needsInput() && !inflater.needsDictionary()) {
        size += inflater.inflate(sink);
        if (size > limits.partBytes() || total + size > limits.totalBytes()) {
          throw limits.unpacksTooLarge();
        }
      }
      total += size;
      return start + (int) inflater.getBytesRead();
    } catch (DataFormatException e) {
      return start;
    } finally {
      inflater.end();
    }
  }
}
