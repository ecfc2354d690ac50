package cn.zhitong.ingest.extract;

import cn.zhitong.common.region.Gazetteer;
import cn.zhitong.ingest.extract.KeyLines.Key;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who issued a text: the key line, the title's beginning, the law's history, the signature, the red
 * head.
 */
final class Issuers {
  private static final Pattern TITLE_START =
      Pattern.compile("^(.{3,80}?)(?=关于|印发|转发|署令|公告|通告|令|发布|公布|《)");

  private static final Pattern NEXT_KEY =
      Pattern.compile("^(.{2,40}?" + IssuerNames.ORGAN + ")[一-龥]{2,6}[:：]");

  private static final int BESIDE_DATE = 8;

  private final Gazetteer gazetteer;

  Issuers(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
  }

  Provenance<String> of(DocumentView page, Provenance<String> title, boolean covering) {
    Provenance<String> keyed = page.keys().get(Key.ISSUER).orElse(null);
    Provenance<String> signed = signed(page, covering);
    if (keyed != null && keyed.value().length() <= 80) {
      String name = keyed.value().replaceAll("[\\s\\u3000]+", " ");
      // A page's table has room for one name: all who signed are issuers.
      boolean more = signed != null && !signed.value().equals(name) && holds(signed.value(), name);
      return more ? signed : keyed.with(name);
    }
    // A signature names all issuers; a title often only the first.
    Provenance<String> titled = title == null ? null : ofTitle(title);
    // 国家税务总局某市税务局 signs what its title calls 某市税务局.
    if (signed != null
        && (titled == null
            || signed.value().contains(" ")
            || signed.value().endsWith(titled.value()))) {
      return signed;
    }
    if (titled != null) {
      return titled;
    }
    if (!page.law().isEmpty()) {
      LegislationHistory.Entry entry = page.law().maker();
      return entry.issuer() == null
          ? null
          : Provenance.at(entry.issuer(), Provenance.HEAD, entry.start(), entry.end());
    }
    return redHead(page)
        .or(() -> ordering(page))
        .or(() -> source(page))
        .or(() -> besideDate(page))
        .or(() -> ofPage(page))
        .orElse(null);
  }

  private static boolean holds(String names, String name) {
    return List.of(names.split(" ")).contains(name);
  }

  /** 某省人民政府令 on a line of its own. */
  private Optional<Provenance<String>> ordering(DocumentView page) {
    for (TextLine line : page.head().subList(0, Math.min(4, page.head().size()))) {
      Optional<String> name = Orders.issuer(line.text());
      if (name.isPresent() && IssuerNames.isName(name.get(), gazetteer)) {
        return name.map(n -> Provenance.at(n, Provenance.HEAD, line.start(), line.end()));
      }
    }
    return Optional.empty();
  }

  /** 来源：某局, where nothing better says who issued it. */
  private Optional<Provenance<String>> source(DocumentView page) {
    return page.keys()
        .get(Key.SOURCE)
        .map(found -> found.with(found.value().replaceAll("[\\s\\u3000]+", " ").strip()))
        .map(
            found ->
                // Author and reviser may stand behind the source on its line.
                IssuerNames.isName(found.value(), gazetteer)
                    ? found
                    : found.with(withoutNextKey(found.value().split(" ")[0])))
        .filter(found -> IssuerNames.isName(found.value(), gazetteer));
  }

  /** Boxes without a blank between them: 某市某局作者：某科. */
  private static String withoutNextKey(String value) {
    Matcher next = NEXT_KEY.matcher(value);
    return next.find() ? next.group(1) : value;
  }

  /** 2026-05-07 某市某局, as pages print it below the title without any key. */
  private Optional<Provenance<String>> besideDate(DocumentView page) {
    for (TextLine line : page.head().subList(0, Math.min(BESIDE_DATE, page.head().size()))) {
      Matcher matcher = DateExtractor.PAGE_TIME.matcher(line.text());
      String name = matcher.lookingAt() ? line.text().substring(matcher.end()).strip() : "";
      name = name.split("[\\s\\u3000]{1,20}")[0];
      if (IssuerNames.isName(name, gazetteer)) {
        int start = line.start() + line.text().indexOf(name);
        return Optional.of(Provenance.at(name, Provenance.HEAD, start, start + name.length()));
      }
    }
    return Optional.empty();
  }

  /** What the page's metadata name as source. */
  private Optional<Provenance<String>> ofPage(DocumentView page) {
    String hint = page.source().issuerHint();
    return hint != null && IssuerNames.isName(hint, gazetteer)
        ? Optional.of(new Provenance<>(hint, Provenance.HEAD, null, null, "页面信息"))
        : Optional.empty();
  }

  private static Provenance<String> signed(DocumentView page, boolean covering) {
    Signature found = null;
    for (Signature signature : page.signatures()) {
      boolean named = signature.issuer() != null;
      found = named && (found == null || !covering) ? signature : found;
    }
    return found == null
        ? null
        : Provenance.at(
            found.issuer(), Provenance.SIGNATURE, found.issuerStart(), found.issuerEnd());
  }

  private Provenance<String> ofTitle(Provenance<String> title) {
    Matcher matcher = TITLE_START.matcher(title.value());
    while (matcher.find()) {
      String name = matcher.group(1).strip();
      if (IssuerNames.isName(name, gazetteer)) {
        return title.with(name);
      }
      break;
    }
    return null;
  }

  /** The red head: one name, or several one below the other, and 文件 behind the last. */
  private Optional<Provenance<String>> redHead(DocumentView page) {
    List<TextLine> head = page.head().subList(0, Math.min(8, page.head().size()));
    for (int i = 0; i < head.size(); i++) {
      String name = head.get(i).packed().replaceFirst("文件$", "");
      if (!head.get(i).packed().endsWith("文件") || !IssuerNames.isName(name, gazetteer)) {
        continue;
      }
      int first = i;
      StringBuilder names = new StringBuilder(name);
      while (first > 0 && IssuerNames.isName(head.get(first - 1).packed(), gazetteer)) {
        first--;
        names.insert(0, head.get(first).packed() + " ");
      }
      return Optional.of(
          Provenance.at(
              names.toString(), Provenance.HEAD, head.get(first).start(), head.get(i).end()));
    }
    return Optional.empty();
  }
}
