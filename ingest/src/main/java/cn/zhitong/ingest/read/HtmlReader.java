package cn.zhitong.ingest.read;

import cn.zhitong.ingest.policy.PolicyMetadata;
import cn.zhitong.ingest.policy.PolicyMetadataBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Reads saved government pages: the article with its head, without the site around it. */
record HtmlReader(ReadLimits limits) implements FormatReader {
  private static final Pattern CHARSET =
      Pattern.compile("charset\\s*=\\s*[\"']?([\\w-]+)", Pattern.CASE_INSENSITIVE);

  private static final List<String> SOURCES =
      List.of(
          "ContentSource", "source", "article:author", "author", "publisher", "article:publisher");

  /** An office; a site or a person with an account there is no issuer. */
  private static final Pattern NAME =
      Pattern.compile("[\\p{IsHan}（）()、\\s]{3,80}(?:政府|厅|局|委|署|部|院|会|办公室|中心|银行|公司)");

  private static final List<String> DATES =
      List.of("PubDate", "PublishDate", "publishtime", "article:published_time", "pubtime");

  private static final Pattern DATE = Pattern.compile("(\\d{4})[-/年](\\d{1,2})[-/月](\\d{1,2}).*");

  @Override
  public ReadText read(Path file) throws IOException, UnreadableSource {
    return read(file, null, MessageParts.NONE);
  }

  /**
   * @param charset as something around the page states it; null where nothing does
   * @param parts pictures that came with the page
   */
  ReadText read(Path file, String charset, MessageParts parts)
      throws IOException, UnreadableSource {
    Charset stated = named(charset);
    Document page =
        Jsoup.parse(Encoding.decode(file, stated == null ? declared(file) : stated, limits));
    HtmlVisibility.prune(page);
    HtmlDisplay.tables(page);
    HtmlNumerals.write(page);
    String title = HtmlTitle.of(page);
    TextLines lines = new TextLines(limits);
    int table = -1;
    HtmlArticle article = HtmlArticle.of(page, title);
    HtmlPictures pictures = new HtmlPictures(article.pictures(), parts, lines);
    for (HtmlLine line : HtmlSourceLine.tidy(article.lines())) {
      if (line.table() != table) {
        lines.endTable();
      }
      pictures.before(line);
      if (line.table() >= 0 && line.table() != table) {
        lines.startTable();
      }
      table = line.table();
      if (table >= 0) {
        lines.row(line.cells());
      } else {
        lines.line(line.text());
        lines.blank();
      }
    }
    lines.endTable();
    pictures.rest();
    pictures.warnings().forEach(lines::warn);
    if (!article.leftOut().isEmpty()) {
      String start = article.leftOut().get(0);
      lines.warn(
          "正文区域以外有 "
              + article.leftOut().size()
              + " 段文字没有收入（如“"
              + start.substring(0, Math.min(20, start.length()))
              + "”），请对照原网页核对。");
    }
    ReadText text = lines.toText(title);
    return text.withGiven(given(page), source(page));
  }

  /** Whom the page's metadata name as source, author or publisher: the first that has a name. */
  private static String source(Document page) {
    return SOURCES.stream()
        .map(name -> meta(page, name))
        .filter(value -> value != null && NAME.matcher(value).matches())
        .findFirst()
        .orElse(null);
  }

  private static Charset named(String charset) {
    try {
      return charset == null ? null : Charset.forName(charset);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return null;
    }
  }

  private static Charset declared(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      String head = new String(in.readNBytes(4096), StandardCharsets.ISO_8859_1);
      Matcher matcher = CHARSET.matcher(head);
      return matcher.find() ? Charset.forName(matcher.group(1)) : null;
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return null;
    }
  }

  private static PolicyMetadata given(Document page) {
    PolicyMetadataBuilder given = PolicyMetadata.builder();
    String published =
        DATES.stream()
            .map(name -> meta(page, name))
            .filter(Objects::nonNull)
            .findFirst()
            .orElse("");
    Matcher date = DATE.matcher(published);
    if (date.matches()) {
      try {
        given.publishedOn(
            LocalDate.of(
                Integer.parseInt(date.group(1)),
                Integer.parseInt(date.group(2)),
                Integer.parseInt(date.group(3))));
      } catch (DateTimeException e) {
        // A date that no calendar has is no date.
      }
    }
    String url = meta(page, "Url");
    if (url != null && url.matches("https?://\\S+")) {
      given.sourceUrl(url);
    }
    return given.build();
  }

  /** Content of a meta tag, by name or property, in any case; null where it is missing or empty. */
  static String meta(Document page, String name) {
    for (Element tag : page.select("meta[name], meta[property]")) {
      boolean named =
          tag.attr("name").equalsIgnoreCase(name) || tag.attr("property").equalsIgnoreCase(name);
      if (named && !tag.attr("content").isBlank()) {
        return tag.attr("content").strip();
      }
    }
    return null;
  }
}
