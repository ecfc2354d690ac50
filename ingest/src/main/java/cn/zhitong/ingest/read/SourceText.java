package cn.zhitong.ingest.read;

import cn.zhitong.ingest.policy.OcrSpan;
import cn.zhitong.ingest.policy.PolicyMetadata;
import cn.zhitong.ingest.policy.PolicyPicture;
import cn.zhitong.ingest.policy.SourcePage;
import java.util.List;

/**
 * What a reader made of one source: text in reading order, lines kept, nothing recognised yet. A
 * JSON Lines file gives one a line, every other file gives one.
 *
 * @param externalId identity within the source: path relative to what was given, or a JSON line's
 *     {@code _id}, {@code id}, else {@code file#line}
 * @param fileName name without folders; dates and titles are sometimes only there
 * @param text characters of the source in order, line breaks as {@code \n}; table rows are lines
 *     with cells joined by {@code \t}
 * @param tables ranges of {@code text} that are tables, so that cutting keeps rows whole
 * @param titleHint title from the format's own metadata ({@code <title>}, meta ArticleTitle, docx
 *     core properties); a hint, not the title; may be null
 * @param given metadata that came with the text (JSON line, upload field); wins over recognition;
 *     never null, every field empty where none came
 * @param warnings what of the file is not in the text, in Chinese, one sentence each
 * @param pages how each page was read; empty where the format has none
 * @param issuerHint the source that a page's metadata name; may be null
 * @param ocr stretches of {@code text} that were read from pictures
 * @param pictures in the order of their places
 */
public record SourceText(
    String externalId,
    String fileName,
    String text,
    List<Table> tables,
    String titleHint,
    PolicyMetadata given,
    List<String> warnings,
    List<SourcePage> pages,
    String issuerHint,
    List<OcrSpan> ocr,
    List<PolicyPicture> pictures) {
  public SourceText {
    tables = List.copyOf(tables);
    warnings = List.copyOf(warnings);
    pages = List.copyOf(pages);
    ocr = List.copyOf(ocr);
    pictures = List.copyOf(pictures);
    given = given == null ? PolicyMetadata.builder().build() : given;
  }

  /** A text without warnings and pages. */
  public SourceText(
      String externalId,
      String fileName,
      String text,
      List<Table> tables,
      String titleHint,
      PolicyMetadata given) {
    this(
        externalId,
        fileName,
        text,
        tables,
        titleHint,
        given,
        List.of(),
        List.of(),
        null,
        List.of(),
        List.of());
  }

  /** The same source with another text. */
  public SourceText withText(
      String newText,
      List<Table> newTables,
      List<OcrSpan> newOcr,
      List<PolicyPicture> newPictures) {
    return new SourceText(
        externalId,
        fileName,
        newText,
        newTables,
        titleHint,
        given,
        warnings,
        pages,
        issuerHint,
        newOcr,
        newPictures);
  }

  /** The same text with other metadata. */
  public SourceText withGiven(PolicyMetadata metadata) {
    return new SourceText(
        externalId,
        fileName,
        text,
        tables,
        titleHint,
        metadata,
        warnings,
        pages,
        issuerHint,
        ocr,
        pictures);
  }

  /** Whether no letter or digit is in the text: marks alone are no policy. */
  public boolean isWordless() {
    return text.codePoints().noneMatch(Character::isLetterOrDigit);
  }

  /**
   * A table in the text, header line first.
   *
   * @param start offset of the header line
   * @param end exclusive end offset
   */
  public record Table(int start, int end) {}
}
