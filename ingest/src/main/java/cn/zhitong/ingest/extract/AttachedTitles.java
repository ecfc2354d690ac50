package cn.zhitong.ingest.extract;

import java.util.Optional;

/** The text that a covering notice promulgates. */
final class AttachedTitles {
  private AttachedTitles() {}

  static Provenance<String> title(DocumentView page, Provenance<String> title) {
    if (title == null) {
      return null;
    }
    Optional<String> named = Titles.attached(title.value());
    Optional<String> guess = named.or(() -> Titles.attachedWithoutMarks(title.value()));
    if (guess.isEmpty()) {
      return null;
    }
    Provenance<String> printed = printed(page, guess.get(), title);
    return printed != null || named.isEmpty() ? printed : title.with(named.get());
  }

  /** Where the text itself prints the attached title, on one line or on up to three. */
  private static Provenance<String> printed(
      DocumentView page, String attached, Provenance<String> title) {
    String wanted = attached.replaceAll("[\\s\\u3000]", "");
    int behind = title.end() == null ? 0 : title.end();
    for (int i = 0; i < page.lines().size(); i++) {
      StringBuilder joined = new StringBuilder();
      for (int j = i; j < Math.min(i + 3, page.lines().size()); j++) {
        joined.append(page.lines().get(j).packed());
        TextLine first = page.lines().get(i);
        if (first.start() >= behind && joined.toString().equals(wanted)) {
          return Provenance.at(attached, Provenance.BODY, first.start(), page.lines().get(j).end());
        }
      }
    }
    return null;
  }
}
