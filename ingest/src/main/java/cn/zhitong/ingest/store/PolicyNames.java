package cn.zhitong.ingest.store;

import cn.zhitong.ingest.policy.PolicyMetadata;
import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Normal forms of the names by which texts refer to one another. They live in the index only; the
 * stored text and metadata stay as printed.
 */
final class PolicyNames {
  /** 《X》(2024年修订) and 《X(修正版)》 are versions of 《X》; (试行) is a text of its own. */
  private static final Pattern EDITION =
      Pattern.compile("\\((?:[^()]*(?:修订|修正|年版|年本)[^()]*|[0-9年月日.-]+)\\)$");

  private static final Pattern NOT_A_WORD = Pattern.compile("[\\s\\p{P}\\p{S}]+");
  private static final String STATE = "中华人民共和国";

  private PolicyNames() {}

  /** A title's normal form; null for null and for what holds no word. */
  static String title(String title) {
    if (title == null) {
      return null;
    }
    String plain = Normalizer.normalize(title, Normalizer.Form.NFKC).strip();
    plain = EDITION.matcher(plain).replaceFirst("");
    plain = NOT_A_WORD.matcher(plain).replaceAll("");
    if (plain.startsWith(STATE) && plain.length() > STATE.length()) {
      plain = plain.substring(STATE.length());
    }
    return plain.isEmpty() ? null : plain;
  }

  /** A document number's normal form; null for null. */
  static String number(String number) {
    if (number == null) {
      return null;
    }
    String plain =
        NOT_A_WORD.matcher(Normalizer.normalize(number, Normalizer.Form.NFKC)).replaceAll("");
    return plain.isEmpty() ? null : plain;
  }

  /**
   * Everything a policy may be called: its title, with and without its issuer in front, the title
   * of the text that it promulgates, its number.
   */
  static Set<String> of(PolicyMetadata metadata) {
    Set<String> names = new LinkedHashSet<>();
    String title = title(metadata.title());
    String issuer = title(metadata.issuer());
    add(names, title);
    if (title != null && issuer != null) {
      boolean named = title.startsWith(issuer) && title.length() > issuer.length() + 3;
      add(names, named ? title.substring(issuer.length()) : issuer + title);
    }
    add(names, title(metadata.attachedTitle()));
    add(names, number(metadata.documentNumber()));
    return names;
  }

  private static void add(Set<String> names, String name) {
    if (name != null) {
      names.add(name);
    }
  }
}
