package cn.zhitong.ingest.extract;

import cn.zhitong.ingest.policy.PolicyMetadata;

/** What pages show for a text without title. */
final class DisplayTitles {
  private static final int LONGEST = 40;

  private DisplayTitles() {}

  static String of(DocumentView page, PolicyMetadata metadata) {
    if (metadata.about() != null) {
      String about = metadata.about().replaceFirst("^关于", "");
      return "对《关于" + about + "》的答复";
    }
    for (TextLine line : page.lines()) {
      if (!KeyLines.isKeyLine(line.text()) && line.text().length() >= 6) {
        String text = line.text();
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
      }
    }
    return page.source().fileName();
  }
}
