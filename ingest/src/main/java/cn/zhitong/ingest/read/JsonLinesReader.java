package cn.zhitong.ingest.read;

import cn.zhitong.common.json.StandardJson;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.function.Consumer;

/** Reads {@code {title, text, …metadata}} lines one at a time; UTF-8, as JSON demands. */
final class JsonLinesReader {
  private final ReadLimits limits;

  JsonLinesReader(ReadLimits limits) {
    this.limits = limits;
  }

  void read(SourceFile file, Consumer<SourceText> out, Consumer<BadLine> badLines)
      throws IOException, UnreadableSource {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPLACE);
    int number = 0;
    boolean any = false;
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(Files.newInputStream(file.path()), decoder))) {
      BoundedLine line;
      while ((line = BoundedLine.next(reader, limits.textChars())) != null) {
        number++;
        if (!line.isBlank()) {
          any = true;
          accept(file, number, line, out, badLines);
        }
      }
    }
    if (!any) {
      throw new UnreadableSource(UnreadableSource.Kind.EMPTY, "文件是空的，没有可以入库的内容；请检查后重新上传。");
    }
  }

  private void accept(
      SourceFile file,
      int number,
      BoundedLine line,
      Consumer<SourceText> out,
      Consumer<BadLine> badLines) {
    String fallbackId = file.externalId() + "#" + number;
    if (line.cut()) {
      badLines.accept(new BadLine(fallbackId, number, "第 " + number + " 行超过一篇文本的长度上限，请拆分后再导入。"));
      return;
    }
    SourceText text;
    try {
      text = toText(file, fallbackId, StandardJson.MAPPER.readTree(line.text()));
    } catch (JsonProcessingException e) {
      badLines.accept(
          new BadLine(fallbackId, number, "第 " + number + " 行不是完整的 JSON，请检查引号、逗号和括号后再导入。"));
      return;
    } catch (InvalidLine e) {
      badLines.accept(new BadLine(e.id(fallbackId), number, "第 " + number + " 行" + e.getMessage()));
      return;
    }
    out.accept(text);
  }

  private static SourceText toText(SourceFile file, String fallbackId, JsonNode node)
      throws InvalidLine {
    if (node == null || !node.isObject()) {
      throw new InvalidLine(null, "不是 JSON 对象，请写成 {\"title\": …, \"text\": …}。");
    }
    String id = JsonLineMetadata.firstText(node, "_id", "id", "externalId");
    String text = JsonLineMetadata.firstText(node, "text", "content", "body");
    if (text == null) {
      throw new InvalidLine(id, "没有正文，请在 text 字段里给出全文。");
    }
    String title = JsonLineMetadata.firstText(node, "title");
    return new SourceText(
        id == null ? fallbackId : id,
        file.fileName(),
        text,
        List.of(),
        title,
        JsonLineMetadata.of(node, id));
  }

  /** What is wrong with one line; never leaves this package. */
  static final class InvalidLine extends Exception {
    private static final long serialVersionUID = 1L;
    private final String id;

    InvalidLine(String id, String message) {
      super(message);
      this.id = id;
    }

    String id(String fallback) {
      return id == null ? fallback : id;
    }
  }
}
