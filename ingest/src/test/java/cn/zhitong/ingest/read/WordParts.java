package cn.zhitong.ingest.read;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Puts a .docx together from its parts' XML, so that a test says exactly what stands in it. */
final class WordParts {
  private static final String NS =
      " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
          + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
  private static final String TYPE =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.";
  private static final String REL =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

  private final Map<String, String> parts = new LinkedHashMap<>();

  /** Pictures: name of the file by relation. */
  private final Map<String, String> mediaNames = new LinkedHashMap<>();

  private final Map<String, byte[]> media = new LinkedHashMap<>();

  private WordParts() {}

  /** A picture that the body names by its relation. */
  WordParts media(String relation, String name, byte[] bytes) {
    mediaNames.put(relation, name);
    media.put("word/media/" + name, bytes);
    return this;
  }

  static WordParts body(String xml) {
    WordParts parts = new WordParts();
    parts.parts.put("document", "<w:document" + NS + "><w:body>" + xml + "</w:body></w:document>");
    return parts;
  }

  WordParts with(String part, String xml) {
    String root = part.equals("comments") ? "comments" : part;
    parts.put(part, "<w:" + root + NS + ">" + xml + "</w:" + root + ">");
    return this;
  }

  Path write(Path file) throws IOException {
    StringBuilder types =
        new StringBuilder(
            "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default"
                + " Extension=\"rels\""
                + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default"
                + " Extension=\"xml\" ContentType=\"application/xml\"/><Default"
                + " Extension=\"png\" ContentType=\"image/png\"/><Default Extension=\"jpeg\""
                + " ContentType=\"image/jpeg\"/>");
    StringBuilder rels = new StringBuilder();
    Map<String, byte[]> entries = new LinkedHashMap<>();
    for (Map.Entry<String, String> part : parts.entrySet()) {
      String name = part.getKey();
      String type = name.equals("document") ? "document.main" : name;
      types.append(
          "<Override PartName=\"/word/"
              + name
              + ".xml\" ContentType=\""
              + TYPE
              + type
              + "+xml\"/>");
      if (!name.equals("document")) {
        rels.append(
            "<Relationship Id=\"r"
                + name
                + "\" Type=\""
                + REL
                + name
                + "\" Target=\""
                + name
                + ".xml\"/>");
      }
      entries.put("word/" + name + ".xml", Fixtures.xml(part.getValue()));
    }
    mediaNames.forEach(
        (relation, name) ->
            rels.append(
                "<Relationship Id=\""
                    + relation
                    + "\" Type=\""
                    + REL
                    + "image\" Target=\"media/"
                    + name
                    + "\"/>"));
    entries.putAll(media);
    String relNs =
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
    entries.put("[Content_Types].xml", Fixtures.xml(types + "</Types>"));
    entries.put(
        "_rels/.rels",
        Fixtures.xml(
            relNs
                + "<Relationship Id=\"r1\" Type=\""
                + REL
                + "officeDocument\" Target=\"word/document.xml\"/></Relationships>"));
    entries.put("word/_rels/document.xml.rels", Fixtures.xml(relNs + rels + "</Relationships>"));
    return Fixtures.zip(file, entries);
  }

  static String p(String text) {
    return "<w:p><w:r><w:t xml:space=\"preserve\">" + text + "</w:t></w:r></w:p>";
  }

  static String row(String... cells) {
    return "<w:tr>" + String.join("", cells) + "</w:tr>";
  }

  static String cell(String text) {
    return cell("", p(text));
  }

  static String cell(String properties, String content) {
    return "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + content + "</w:tc>";
  }

  static String table(String... rows) {
    return "<w:tbl><w:tblPr/>" + String.join("", rows) + "</w:tbl>";
  }
}
