package cn.zhitong.ingest.extract;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which policy an interpretation or a guide belongs to. */
final class Explanations {
  private static final Pattern QUOTED = Pattern.compile("《([^《》]*(?:《[^《》]*》[^《》]*)*)》");
  private static final Pattern MADE =
      Pattern.compile("(?:印发|出台|制定|发布|公布|根据|按照|现就|解读)[^。《]{0,40}《([^《》]{6,100})》");

  private Explanations() {}

  static Provenance<String> of(DocumentView page, Provenance<String> title) {
    Matcher inTitle = QUOTED.matcher(title == null ? "" : title.value());
    if (inTitle.find()) {
      return title.with(inTitle.group(1));
    }
    String opening = page.stored().substring(0, Math.min(page.stored().length(), 800));
    Matcher made = MADE.matcher(opening);
    return made.find()
        ? Provenance.at(made.group(1), Provenance.BODY, made.start(1), made.end(1))
        : null;
  }
}
