package cn.zhitong.assistant.privacy;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds identifiers of persons in a text and masks them: before any model call, in every export and
 * in whatever is kept for others to see. The unified social credit code (统一社会信用代码) names an
 * enterprise, not a person, and stays; a number that is a person's too does not.
 */
public final class PersonalData {
  private static final String EDGE_BEFORE = "(?<![0-9A-Z])";
  private static final String EDGE_AFTER = "(?![0-9A-Z])";

  /**
   * With a letter in it that no identity number has. The first character is the registering
   * department's; 62, which banks' cards begin with, is hardly ever one.
   */
  private static final Pattern CREDIT_CODE =
      Pattern.compile(
          EDGE_BEFORE
              + "(?!62)(?=[0-9X]{0,17}[A-WY])[1-9ANY][1-9]\\d{6}[0-9A-HJ-NPQRTUWXY]{10}"
              + EDGE_AFTER);

  /** The program's own ids and digests: no person writes them. */
  private static final Pattern OWN_ID =
      Pattern.compile(
          EDGE_BEFORE
              + "(?:(?=[-0-9]{0,35}[A-F])[0-9A-F]{8}-(?:[0-9A-F]{4}-){3}[0-9A-F]{12}"
              + "|(?=[0-9]{0,63}[A-F])[0-9A-F]{64})"
              + EDGE_AFTER);

  private static final Pattern PLATE =
      Pattern.compile(
          "[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z][·•.\\s－-]?"
              + "(?:[A-HJ-NP-Z0-9]{4}[A-HJ-NP-Z0-9挂学警港澳]|[DF][A-HJ-NP-Z0-9]\\d{4}|\\d{5}[DF])"
              + EDGE_AFTER);

  private static final String SAYS = "(?:号码?|号|为|是|加|NO|[\\s:：.,，、(（\\[#=-]){0,8}";

  private static final Pattern PASSPORT =
      Pattern.compile(
          "(?:护照|PASSPORT|通行证|回乡证|返乡证|台胞证|军官证|居留证|居住证|驾驶证|社保卡)"
              + SAYS
              + "([A-Z]{0,3}[-\\s]?\\d{6,12})"
              + "(?!\\d)");

  private static final Pattern QQ =
      Pattern.compile("(?:QQ|扣扣|企鹅号|Q号)(?:群)?" + SAYS + "([1-9]\\d{4,11})(?!\\d)");

  private static final Pattern WECHAT =
      Pattern.compile("(?:微信号|微信[:：]|加微信|V信|VX|WX|WECHAT)" + SAYS + "([A-Z][-_A-Z0-9]{5,19})");

  private static final Pattern NO_DIGIT = Pattern.compile("\\D+");
  private static final Pattern EXTENSION = Pattern.compile("(?<=\\d{7})-\\d{1,5}$");

  /** Digits of the shortest landline within a city. */
  private static final int LEAST_LOCAL = 7;

  private static final int LONGEST_LOCAL = 8;

  private static final int MOBILE_DIGITS = 11;

  /** Kinds that offices have too, and print. */
  private static final Set<String> OF_OFFICES = Set.of("landline", "qq", "wechat");

  private PersonalData() {}

  /**
   * An identifier found.
   *
   * @param kind {@code mobile}, {@code id_card}, {@code bank_card}, {@code landline}, {@code
   *     email}, {@code plate}, {@code passport}, {@code qq} or {@code wechat}
   * @param start offset in UTF-16 chars
   * @param end exclusive
   * @param office whether the words before it say that it is a line of an office, for everybody
   */
  public record Found(String kind, int start, int end, boolean office) {}

  /**
   * Identifiers in order of place, never overlapping, however their digits are written. Time grows
   * with the length of the text.
   */
  public static List<Found> find(String given) {
    if (given == null || given.isEmpty()) {
      return List.of();
    }
    NormalizedText text = NormalizedText.of(given);
    String plain = text.plain();
    BitSet taken = new BitSet();
    List<Found> found = new ArrayList<>();
    new EmailScanner(text, taken).find(found);
    set(taken, OWN_ID, plain);
    Matcher code = CREDIT_CODE.matcher(plain);
    while (code.find()) {
      if (CheckDigits.creditCode(code.group())) {
        taken.set(code.start(), code.end());
      }
    }
    claim(text, plain, PASSPORT, "passport", taken, found);
    found.addAll(new NumberScanner(text, taken).find());
    claim(text, plain, QQ, "qq", taken, found);
    claim(text, plain, WECHAT, "wechat", taken, found);
    claim(text, plain, PLATE, "plate", taken, found);
    found.sort(Comparator.comparingInt(Found::start));
    return List.copyOf(found);
  }

  /** Kinds found, in order of first appearance, without repeats. */
  public static List<String> kinds(String text) {
    return find(text).stream().filter(f -> !f.office()).map(Found::kind).distinct().toList();
  }

  /**
   * The text with identifiers masked, as long as before: the first and last characters stay where
   * people recognise a number by them (138****5678), the rest is {@code *}.
   */
  public static String mask(String text) {
    return masked(text, number -> false);
  }

  /**
   * As {@link #mask}, of what an office wrote: its own landlines and its accounts of QQ and WeChat
   * are public and stay. One that the appeal has is the writer's.
   *
   * @param appeal what the office writes about, with the writer's contact
   */
  public static String maskReply(String reply, String appeal) {
    String theirs = NormalizedText.of(appeal).plain();
    String digits = NO_DIGIT.matcher(theirs).replaceAll("");
    return masked(
        reply,
        number -> {
          String plain = NormalizedText.of(number).plain();
          return Character.isLetter(plain.charAt(0))
              ? !theirs.contains(plain)
              : !digits.contains(subscriber(plain));
        });
  }

  /** A landline without its area code: in an appeal it may stand with or without. */
  private static String subscriber(String landline) {
    String local = EXTENSION.matcher(landline).replaceFirst("");
    String digits = NO_DIGIT.matcher(local).replaceAll("");
    return digits.substring(Math.max(0, digits.length() - LEAST_LOCAL));
  }

  private static String masked(String text, Predicate<String> publicLine) {
    if (text == null || text.isEmpty()) {
      return text;
    }
    StringBuilder masked = new StringBuilder(text);
    for (Found found : find(text)) {
      if (found.office()
          || OF_OFFICES.contains(found.kind())
              && publicLine.test(text.substring(found.start(), found.end()))) {
        continue;
      }
      int length = found.end() - found.start();
      int keepHead = length <= LONGEST_LOCAL ? 1 : keptHead(found.kind());
      int keepTail = keptTail(found.kind());
      for (int i = found.start() + keepHead; i < found.end() - keepTail; i++) {
        masked.setCharAt(i, '*');
      }
    }
    return masked.toString();
  }

  /**
   * The identifiers of a text, each in one form however it was written: mobiles without what is
   * dialled before them, letters in upper case, nothing between the characters.
   */
  public static Set<String> values(String text) {
    Set<String> values = new LinkedHashSet<>();
    for (Found found : find(text)) {
      values.add(value(found.kind(), text.substring(found.start(), found.end())));
    }
    return values;
  }

  /** What somebody gives as an identifier, in the form of {@link #values}. */
  public static String value(String given) {
    List<Found> found = find(given);
    return found.size() == 1 ? values(given).iterator().next() : value("", given);
  }

  private static String value(String kind, String written) {
    NormalizedText text = NormalizedText.of(written);
    StringBuilder value = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.at(i);
      if (Character.isLetterOrDigit(c) || kind.equals("email") && !Character.isSpaceChar(c)) {
        value.append(c);
      }
    }
    int dialled = kind.equals("mobile") ? Math.max(0, value.length() - MOBILE_DIGITS) : 0;
    return value.substring(dialled);
  }

  /** The text without its identifiers: a number of the asker's own is in no policy. */
  public static String removed(String text) {
    StringBuilder left = new StringBuilder();
    int at = 0;
    for (Found found : find(text)) {
      left.append(text, at, found.start());
      at = found.end();
    }
    return left.append(text, at, text.length()).toString();
  }

  /** 张三丰 → 张**. */
  public static String name(String name) {
    if (name == null || name.isEmpty()) {
      return name;
    }
    int first = name.offsetByCodePoints(0, 1);
    return name.substring(0, first) + "*".repeat(name.codePointCount(first, name.length()));
  }

  /** What was given as a telephone number, whatever its form: 13812345678 → 138****5678. */
  public static String phone(String phone) {
    if (phone == null) {
      return null;
    }
    int hidden = phone.length() - 7;
    return hidden < 0
        ? "*".repeat(phone.length())
        : phone.substring(0, 3) + "*".repeat(hidden) + phone.substring(phone.length() - 4);
  }

  private static int keptHead(String kind) {
    return switch (kind) {
      case "mobile", "id_card", "landline" -> 3;
      case "plate" -> 2;
      default -> 1;
    };
  }

  private static int keptTail(String kind) {
    return switch (kind) {
      case "mobile", "bank_card" -> 4;
      case "landline" -> 2;
      default -> 0;
    };
  }

  private static void set(BitSet taken, Pattern pattern, String plain) {
    Matcher matcher = pattern.matcher(plain);
    while (matcher.find()) {
      taken.set(matcher.start(), matcher.end());
    }
  }

  /** The first group where the pattern has one: its label stays. */
  private static void claim(
      NormalizedText text,
      String plain,
      Pattern pattern,
      String kind,
      BitSet taken,
      List<Found> found) {
    Matcher matcher = pattern.matcher(plain);
    while (matcher.find()) {
      int start = matcher.start(matcher.groupCount());
      int end = matcher.end(matcher.groupCount());
      int next = taken.nextSetBit(start);
      if (next < 0 || next >= end) {
        taken.set(start, end);
        found.add(new Found(kind, text.start(start), text.end(end - 1), false));
      }
    }
  }
}
