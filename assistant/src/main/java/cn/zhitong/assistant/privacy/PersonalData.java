package cn.zhitong.assistant.privacy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds identifiers of persons in a text and masks them: before any model call, in every export and
 * in whatever is kept for others to see. The unified social credit code (统一社会信用代码) names an
 * enterprise, not a person, and stays.
 */
public final class PersonalData {
  private static final int[] ID_WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String ID_CHECKS = "10X98765432";

  // Runs of digits are cut out whole, so that part of a longer number is never taken for one.
  private static final String NOT_IN_NUMBER_BEFORE = "(?<![0-9A-Za-z.])";
  private static final String NOT_IN_NUMBER_AFTER = "(?![0-9A-Za-z])";
  private static final Pattern CREDIT_CODE =
      number("[0-9A-HJ-NPQRTUWXY]{2}\\d{6}[0-9A-HJ-NPQRTUWXY]{10}");
  private static final Pattern ID_CARD = number("\\d{6}(?:18|19|20)\\d{9}[0-9Xx]");
  private static final Pattern MOBILE = number("(?:\\+?86[- ]?)?1[3-9]\\d(?:[- ]?\\d{4}){2}");
  private static final Pattern BANK_CARD =
      number("(?:\\d{16,19}|\\d{4}(?: \\d{4}){3}(?: \\d{1,3})?)");
  private static final Pattern LANDLINE =
      number("(?:\\(0\\d{2,3}\\)|（0\\d{2,3}）|0\\d{2,3}[- ]?)[2-9]\\d{6,7}(?:-\\d{1,5})?");
  private static final Pattern LOCAL_LANDLINE =
      Pattern.compile("(?<=(?:电话|座机|致电|热线|联系)[:： ]{0,2})[2-9]\\d{6,7}" + NOT_IN_NUMBER_AFTER);
  private static final Pattern EMAIL =
      Pattern.compile("[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)*\\.[A-Za-z]{2,}");
  private static final Pattern PLATE =
      Pattern.compile(
          "[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z][·. ]?"
              + "(?:[A-HJ-NP-Z0-9]{4}[A-HJ-NP-Z0-9挂学警港澳]|[DF][A-HJ-NP-Z0-9]\\d{4}|\\d{5}[DF])"
              + NOT_IN_NUMBER_AFTER);

  private static final Pattern NO_DIGIT = Pattern.compile("\\D+");
  private static final Pattern EXTENSION = Pattern.compile("(?<=\\d{7})-\\d{1,5}$");

  /** Digits of the shortest landline within a city. */
  private static final int LEAST_LOCAL = 7;

  private PersonalData() {}

  private static Pattern number(String body) {
    return Pattern.compile(NOT_IN_NUMBER_BEFORE + body + NOT_IN_NUMBER_AFTER);
  }

  /**
   * An identifier found.
   *
   * @param kind {@code mobile}, {@code id_card}, {@code bank_card}, {@code landline}, {@code email}
   *     or {@code plate}
   * @param start offset in UTF-16 chars
   * @param end exclusive
   */
  public record Found(String kind, int start, int end) {}

  /** Identifiers in order of place, never overlapping. Full-width digits count as digits. */
  public static List<Found> find(String given) {
    String text = halfWidth(given);
    List<Found> found = new ArrayList<>();
    // An enterprise's code first: its digits may look like a card's.
    claim(text, CREDIT_CODE, null, found);
    claim(text, EMAIL, "email", found);
    claim(text, ID_CARD, "id_card", found);
    claim(text, MOBILE, "mobile", found);
    claim(text, LANDLINE, "landline", found);
    claim(text, LOCAL_LANDLINE, "landline", found);
    claim(text, BANK_CARD, "bank_card", found);
    claim(text, PLATE, "plate", found);
    return found.stream()
        .filter(f -> f.kind() != null)
        .sorted(Comparator.comparingInt(Found::start))
        .toList();
  }

  /** Kinds found, in order of first appearance, without repeats. */
  public static List<String> kinds(String text) {
    return find(text).stream().map(Found::kind).distinct().toList();
  }

  /**
   * The text with identifiers masked, as long as before: the first and last characters stay where
   * people recognise a number by them (138****5678), the rest is {@code *}.
   */
  public static String mask(String text) {
    return masked(text, number -> false);
  }

  /**
   * As {@link #mask}, of what an office wrote: its own landlines are public and stay. One that the
   * appeal has is the writer's.
   *
   * @param appeal what the office writes about, with the writer's contact
   */
  public static String maskReply(String reply, String appeal) {
    String theirs = NO_DIGIT.matcher(halfWidth(appeal)).replaceAll("");
    return masked(reply, number -> !theirs.contains(subscriber(number)));
  }

  /** A landline without its area code: in an appeal it may stand with or without. */
  private static String subscriber(String landline) {
    String local = EXTENSION.matcher(halfWidth(landline)).replaceFirst("");
    String digits = NO_DIGIT.matcher(local).replaceAll("");
    return digits.substring(Math.max(0, digits.length() - LEAST_LOCAL));
  }

  private static String masked(String text, Predicate<String> publicLandline) {
    if (text == null || text.isEmpty()) {
      return text;
    }
    StringBuilder masked = new StringBuilder(text);
    for (Found found : find(text)) {
      if (found.kind().equals("landline")
          && publicLandline.test(text.substring(found.start(), found.end()))) {
        continue;
      }
      int keepHead = Math.min(keptHead(found.kind()), found.end() - found.start());
      int keepTail = keptTail(found.kind());
      for (int i = found.start() + keepHead; i < found.end() - keepTail; i++) {
        masked.setCharAt(i, '*');
      }
    }
    return masked.toString();
  }

  /** The text without its identifiers: a number of the asker's own is in no policy. */
  public static String removed(String text) {
    StringBuilder left = new StringBuilder(text);
    List<Found> found = find(text);
    for (int i = found.size() - 1; i >= 0; i--) {
      left.delete(found.get(i).start(), found.get(i).end());
    }
    return left.toString();
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

  /** One char for one char, so that offsets stay. */
  private static String halfWidth(String text) {
    StringBuilder plain = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean wide =
          c >= '０' && c <= '９' || c >= 'Ａ' && c <= 'Ｚ' || c >= 'ａ' && c <= 'ｚ' || c == '＠';
      if (wide) {
        plain = plain == null ? new StringBuilder(text) : plain;
        plain.setCharAt(i, (char) (c - 0xFEE0));
      }
    }
    return plain == null ? text : plain.toString();
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

  private static void claim(String text, Pattern pattern, String kind, List<Found> found) {
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      int start = matcher.start();
      int end = matcher.end();
      boolean taken = found.stream().anyMatch(f -> f.start() < end && start < f.end());
      if (!taken && plausible(kind, matcher.group())) {
        found.add(new Found(kind, start, end));
      }
    }
  }

  private static boolean plausible(String kind, String value) {
    if (kind == null) {
      return creditCode(value);
    }
    return switch (kind) {
      case "id_card" -> idCard(value);
      case "bank_card" -> luhn(value);
      default -> true;
    };
  }

  /** GB 11643: a date of birth and a check character, ISO 7064 MOD 11-2. */
  static boolean idCard(String value) {
    int month = Integer.parseInt(value.substring(10, 12));
    int day = Integer.parseInt(value.substring(12, 14));
    if (month < 1 || month > 12 || day < 1 || day > 31) {
      return false;
    }
    int sum = 0;
    for (int i = 0; i < ID_WEIGHTS.length; i++) {
      sum += (value.charAt(i) - '0') * ID_WEIGHTS[i];
    }
    return ID_CHECKS.charAt(sum % 11) == value.toUpperCase(Locale.ROOT).charAt(17);
  }

  /** GB 32100: 18 characters, the last a check character, MOD 31. */
  static boolean creditCode(String value) {
    String alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    int sum = 0;
    int weight = 1;
    for (int i = 0; i < 17; i++) {
      sum += alphabet.indexOf(value.charAt(i)) * weight;
      weight = weight * 3 % 31;
    }
    return alphabet.charAt((31 - sum % 31) % 31) == value.charAt(17);
  }

  /** ISO/IEC 7812 check digit; a card's number never starts with 0. */
  static boolean luhn(String value) {
    String digits = value.replace(" ", "");
    if (digits.charAt(0) == '0' || digits.chars().distinct().count() == 1) {
      return false;
    }
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int doubled = i % 2 == 1 ? digit * 2 : digit;
      sum += doubled > 9 ? doubled - 9 : doubled;
    }
    return sum % 10 == 0;
  }
}
