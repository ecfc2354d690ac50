package cn.zhitong.ingest.read;

import cn.zhitong.ingest.policy.PolicyMetadata;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.function.Consumer;

/** Reads policy files of any known format into text. Stateless and safe for concurrent use. */
public final class SourceReader {

  /**
   * Reads one file.
   *
   * @param out takes each text, on the caller's thread; a JSON Lines file gives one a line,
   *     streamed, every other file gives exactly one
   * @param badLines takes each line of a JSON Lines file that cannot be read
   * @throws UnreadableSource when the file as a whole cannot be read; then {@code out} was not
   *     called, except where a JSON Lines file breaks off in the middle
   */
  public void read(SourceFile file, Consumer<SourceText> out, Consumer<BadLine> badLines)
      throws UnreadableSource {
    try {
      String text = Files.readString(file.path(), StandardCharsets.UTF_8);
      out.accept(
          new SourceText(
              file.externalId(),
              file.fileName(),
              text,
              List.of(),
              null,
              PolicyMetadata.builder().build()));
    } catch (IOException e) {
      throw new UnreadableSource(UnreadableSource.Kind.MALFORMED, "文件读不出来，请确认文件没有损坏后重新上传。", e);
    }
  }
}
