package cn.zhitong.ingest.read;

import cn.zhitong.ingest.policy.OcrSpan;
import cn.zhitong.ingest.policy.PolicyMetadata;
import cn.zhitong.ingest.policy.PolicyPicture;
import cn.zhitong.ingest.policy.SourcePage;
import java.util.List;

/**
 * What a format's reader made of a file.
 *
 * @param titleHint may be null
 * @param given what the format itself states about the text; may be null
 * @param warnings what of the file is not in the text, in Chinese, one sentence each
 * @param pages how each page was read; empty where the format has none
 * @param issuerHint the source that a page's metadata name; may be null
 * @param ocr stretches of {@code text} that were read from pictures
 * @param pictures in the order of their places
 */
record ReadText(
    String text,
    List<SourceText.Table> tables,
    String titleHint,
    PolicyMetadata given,
    List<String> warnings,
    List<SourcePage> pages,
    String issuerHint,
    List<OcrSpan> ocr,
    List<PolicyPicture> pictures) {

  ReadText(String text, List<SourceText.Table> tables, String titleHint, PolicyMetadata given) {
    this(text, tables, titleHint, given, List.of(), List.of(), null, List.of(), List.of());
  }

  ReadText withGiven(PolicyMetadata metadata, String issuer) {
    return new ReadText(text, tables, titleHint, metadata, warnings, pages, issuer, ocr, pictures);
  }
}
