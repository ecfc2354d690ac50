package cn.zhitong.assistant.casework;

import cn.zhitong.assistant.privacy.PersonalData;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The words by which the sender of an appeal is known: the names of its enterprise, in whole and as
 * people shorten them, of its contact, and its numbers.
 */
public final class CaseParticulars {
  /** Where the sender was named, to those who may not know it. */
  static final String SENDER = "（来件人）";

  private static final Pattern PLACE =
      Pattern.compile("^(?:[\\u4e00-\\u9fa5]{2,8}?(?:省|自治区|自治州|市|地区|盟|州|县|区|旗)(?!业|场)){1,3}");

  private static final Pattern FORM =
      Pattern.compile(
          "(?:股份有限公司|有限责任公司|有限公司|集团公司|总公司|分公司|子公司|公司|集团|合伙企业|个人独资企业|合作社|经营部|商行|厂|店|行|部|中心)"
              + "(?:[（(][^（）()]{0,12}[）)])?$");

  /** What makes a name of two characters one of an enterprise. */
  private static final String KIND = "(?=公司|集团|厂|店|商行|超市|酒店|餐厅|宾馆|企业|工厂|物业)";

  /** So much of a name tells it where it begins, and so much further on. */
  private static final int HEAD = 3;

  private static final int WITHIN = 4;

  /** Where within a name a brand may begin: behind a place of two or three characters. */
  private static final Set<Integer> BRAND_AT = Set.of(0, 2, 3);

  private static final int LEAST_WORD = 4;

  private final String core;
  private final List<String> words;
  private final List<Pattern> brands;
  private final Set<String> numbers;
  private final String title;

  private CaseParticulars(
      String core, List<String> words, List<Pattern> brands, Set<String> numbers, String title) {
    this.core = core;
    this.words = words;
    this.brands = brands;
    this.numbers = numbers;
    this.title = title;
  }

  public static CaseParticulars of(Appeal appeal) {
    String enterprise = flat(appeal.enterprise());
    String bare = PLACE.matcher(enterprise).replaceFirst("");
    String core = FORM.matcher(bare.length() < 2 ? enterprise : bare).replaceFirst("");
    Set<String> words = new LinkedHashSet<>();
    add(words, enterprise, 2);
    add(words, bare, LEAST_WORD);
    add(words, flat(appeal.contactName()), 2);
    add(words, flat(appeal.contactPhone()), LEAST_WORD);
    add(words, flat(appeal.contactEmail()), LEAST_WORD);
    List<Pattern> brands = new ArrayList<>();
    for (int at : List.of(0, 2)) {
      if (core.length() >= at + 2) {
        brands.add(Pattern.compile(Pattern.quote(core.substring(at, at + 2)) + KIND));
      }
    }
    if (core.length() == 2) {
      add(words, core, 2);
    }
    Set<String> numbers = new LinkedHashSet<>();
    Stream.of(appeal.title(), appeal.text(), appeal.contactPhone(), appeal.contactEmail())
        .forEach(text -> numbers.addAll(PersonalData.values(text)));
    return new CaseParticulars(
        core, List.copyOf(words), List.copyOf(brands), Set.copyOf(numbers), flat(appeal.title()));
  }

  private static void add(Set<String> words, String word, int least) {
    if (word.length() >= least) {
      words.add(word);
    }
  }

  private static String flat(String text) {
    return text == null ? "" : text.strip();
  }

  /** Whether a text tells who it was. */
  boolean in(String text) {
    return text != null
        && (!hidden(text, "").equals(text)
            || PersonalData.values(text).stream().anyMatch(numbers::contains));
  }

  /** The text with something else where the sender was named. */
  public String hidden(String text, String instead) {
    if (text == null || text.isEmpty()) {
      return text;
    }
    String left = text;
    for (String word : words) {
      left = left.replace(word, instead);
    }
    // The longer before the shorter: a brand is part of the name that is left otherwise.
    left = core.length() < HEAD ? left : withoutCore(left, instead);
    for (Pattern brand : brands) {
      left = brand.matcher(left).replaceAll(Matcher.quoteReplacement(instead));
    }
    return left;
  }

  /** The longest parts of the name first, from left to right. */
  private String withoutCore(String text, String instead) {
    StringBuilder left = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      int length = nameAt(text, at);
      left.append(length == 0 ? text.substring(at, at + 1) : instead);
      at += Math.max(1, length);
    }
    return left.toString();
  }

  /** How many characters of the name a text has at an offset, 0 for too few to tell it. */
  private int nameAt(String text, int at) {
    int longest = 0;
    for (int from : BRAND_AT) {
      int length = 0;
      while (from + length < core.length()
          && at + length < text.length()
          && text.charAt(at + length) == core.charAt(from + length)) {
        length++;
      }
      if (length >= (from == 0 ? HEAD : WITHIN)) {
        longest = Math.max(longest, length);
      }
    }
    return longest;
  }

  /** The words to look for where copies may be. */
  List<String> words() {
    Set<String> all = new LinkedHashSet<>();
    words.stream().filter(word -> word.length() >= LEAST_WORD).forEach(all::add);
    add(all, core, LEAST_WORD);
    add(all, title, LEAST_WORD + 2);
    return List.copyOf(all);
  }
}
