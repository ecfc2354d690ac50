package cn.zhitong.ingest.policy;

import java.util.List;

/**
 * A policy file after reading, recognition, outline and cutting, before embedding.
 *
 * @param text the stored text: the source's characters in order, white space collapsed, page chrome
 *     cut; offsets everywhere are UTF-16 chars into it
 * @param sources where each recognised field was found
 * @param warnings what a publisher should look at, in Chinese, one sentence each
 * @param clauses in document order, at least one
 * @param passages in document order, covering the text's body, at least one
 * @param pages how each page was read; empty where the source has none
 * @param ocr stretches of {@code text} that were read from pictures
 * @param pictures of the source, those in the text in the order of their places
 */
public record ParsedPolicy(
    String text,
    PolicyMetadata metadata,
    List<FieldSource> sources,
    List<String> warnings,
    List<Clause> clauses,
    List<Passage> passages,
    List<SourcePage> pages,
    List<OcrSpan> ocr,
    List<PolicyPicture> pictures) {
  public ParsedPolicy {
    sources = List.copyOf(sources);
    warnings = List.copyOf(warnings);
    clauses = List.copyOf(clauses);
    passages = List.copyOf(passages);
    pages = List.copyOf(pages);
    ocr = List.copyOf(ocr);
    pictures = List.copyOf(pictures);
  }

  /** A policy whose source has no pages. */
  public ParsedPolicy(
      String text,
      PolicyMetadata metadata,
      List<FieldSource> sources,
      List<String> warnings,
      List<Clause> clauses,
      List<Passage> passages) {
    this(text, metadata, sources, warnings, clauses, passages, List.of(), List.of(), List.of());
  }
}
