package cn.zhitong.ingest.extract;

import cn.zhitong.common.region.Gazetteer;
import cn.zhitong.ingest.extract.KeyLines.Key;
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

  Provenance<String> of(DocumentView page, Provenance<String> title, boolean covering) {
    Provenance<String> keyed = page.keys().get(Key.ISSUER).orElse(null);
    if (keyed != null && keyed.value().length() <= 80) {
      return keyed.with(keyed.value().replaceAll("[\\s\\u3000]+", " "));
    }
    Provenance<String> signed = signed(page, covering);
    // A signature names all issuers; a title often only the first.
    Provenance<String> titled = title == null ? null : ofTitle(title);
    if (signed != null && (titled == null || signed.value().contains(" "))) {
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
    return redHead(page);
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

  private Provenance<String> redHead(DocumentView page) {
    for (TextLine line : page.head().subList(0, Math.min(5, page.head().size()))) {
      String name = line.packed().replaceFirst("文件$", "");
      boolean marked = line.packed().endsWith("文件");
      if (marked && IssuerNames.isName(name, gazetteer)) {
        return Provenance.at(name, Provenance.HEAD, line.start(), line.end());
      }
    }
    return null;
  }
}
