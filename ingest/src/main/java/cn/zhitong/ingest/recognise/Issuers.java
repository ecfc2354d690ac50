package cn.zhitong.ingest.recognise;

import cn.zhitong.ingest.recognise.KeyLines.Key;
import cn.zhitong.ingest.region.Gazetteer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who issued a text: the key line, the title's beginning, the law's history, the signature, the red
 * head.
 */
final class Issuers {
  private static final Pattern TITLE_START =
      Pattern.compile("^(.{3,80}?)(?=关于|印发|转发|署令|公告|通告|令|发布|公布|《|办公室关于)");

  private final Gazetteer gazetteer;

  Issuers(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
  }

  Evidence<String> of(Page page, Evidence<String> title, boolean covering) {
    Evidence<String> keyed = page.keys().get(Key.ISSUER).orElse(null);
    if (keyed != null && keyed.value().length() <= 80) {
      return keyed.with(keyed.value().replaceAll("[\\s\\u3000]+", " "));
    }
    Evidence<String> signed = signed(page, covering);
    // A signature names all issuers; a title often only the first.
    Evidence<String> titled = title == null ? null : ofTitle(title);
    if (signed != null && (titled == null || signed.value().contains(" "))) {
      return signed;
    }
    if (titled != null) {
      return titled;
    }
    if (!page.law().isEmpty()) {
      LawHead.Entry entry = page.law().maker();
      return entry.issuer() == null
          ? null
          : Evidence.at(entry.issuer(), Evidence.HEAD, entry.start(), entry.end());
    }
    return redHead(page);
  }

  private static Evidence<String> signed(Page page, boolean covering) {
    Signature found = null;
    for (Signature signature : page.signatures()) {
      boolean named = signature.issuer() != null;
      found = named && (found == null || !covering) ? signature : found;
    }
    return found == null
        ? null
        : Evidence.at(found.issuer(), Evidence.SIGNATURE, found.issuerStart(), found.issuerEnd());
  }

  private Evidence<String> ofTitle(Evidence<String> title) {
    Matcher matcher = TITLE_START.matcher(title.value());
    while (matcher.find()) {
      String name = matcher.group(1).strip();
      if (Organisations.isName(name, gazetteer)) {
        return title.with(name);
      }
      break;
    }
    return null;
  }

  private Evidence<String> redHead(Page page) {
    for (Line line : page.head().subList(0, Math.min(5, page.head().size()))) {
      String name = line.packed().replaceFirst("文件$", "");
      boolean marked = line.packed().endsWith("文件");
      if (marked && Organisations.isName(name, gazetteer)) {
        return Evidence.at(name, Evidence.HEAD, line.start(), line.end());
      }
    }
    return null;
  }
}
