package cn.zhitong.assistant.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Invented identifiers of persons, valid and nearly so, in the ways in which people write them. */
final class IdentifierSamples {
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String[] SEPARATORS = {
    " ", "-", "－", "–", "—", "‐", ".", "．", "·", "/", "_", "　", "\u00a0", " - ", "~"
  };
  private static final String[] INVISIBLE = {"\u200b", "\u200d", "\ufeff", "\u2060", "\u00ad"};
  private static final String[] BEFORE = {
    "", "我", "请联系", "Tel.", "TEL", "wx", "a", "1.", "（", "，", "：", "见附件2、", "之一", "x_", "#", "@"
  };
  private static final String[] AFTER = {
    "", "谢谢", "qq同号", "w", "。", "，请回复", "）", "（微信同号）", "张某", "，2024年", "\n", "X"
  };
  private static final int[][] MOBILE_FORMS = {
    {3, 4, 4}, {3, 8}, {7, 4}, {3, 3, 5}, {5, 6}, {4, 3, 4}, {3, 2, 2, 2, 2}, {4, 4, 3}
  };

  private final Random dice;

  IdentifierSamples(long seed) {
    dice = new Random(seed);
  }

  /**
   * @param secret its digits and letters, as they must not be readable any more
   */
  record Sample(String sentence, String secret, String how) {}

  List<Sample> samples(int each) {
    List<Sample> samples = new ArrayList<>();
    for (int i = 0; i < each; i++) {
      String mobile = mobile();
      samples.add(free("mobile", mobile, mobile));
      samples.add(free("mobile parted", mobile, parted(mobile, MOBILE_FORMS, SEPARATORS)));
      samples.add(
          free("mobile dialled", mobile, one("+86", "0086", "86-", "0", "+86 ", "(+86)") + mobile));
      samples.add(free("mobile singly", mobile, String.join(one(" ", "-", "　"), mobile.split(""))));
      samples.add(free("mobile with invisible", mobile, with(mobile)));
      samples.add(free("mobile wide", mobile, wide(mobile)));
      samples.add(sample("mobile in characters", "手机", mobile, spoken(mobile)));
      samples.add(sample("mobile mistyped", one("手机号：", "电话", "联系电话："), mobile, mistyped(mobile)));
      String id = idCard();
      samples.add(free("id", id, id));
      samples.add(free("id wide", id, wide(id)));
      samples.add(free("id with invisible", id, with(id)));
      samples.add(free("id lower", id, id.toLowerCase(java.util.Locale.ROOT)));
      samples.add(
          free(
              "id parted",
              id,
              parted(
                  id,
                  new int[][] {{6, 8, 4}, {3, 3, 8, 4}, {6, 4, 4, 4}, {4, 4, 4, 4, 2}},
                  SEPARATORS)));
      samples.add(
          sample("id mistyped", one("身份证号码：", "身份证", "公民身份号码为", "证件号码："), id, wrongCheck(id)));
      samples.add(sample("id short", "身份证号：", id, id.substring(0, 9) + id.substring(10)));
      samples.add(
          sample("id in characters", "身份证", id.replace("X", "1"), spoken(id.replace("X", "1"))));
      String old = id.substring(0, 6) + id.substring(8, 17);
      samples.add(sample("id of fifteen", one("身份证号：", "身份证（一代）", "证件号"), old, old));
      String card = card(dice.nextBoolean() ? 16 : 19);
      samples.add(free("card", card, card));
      samples.add(free("card parted", card, fours(card, one(" ", "-", "－", ".", "　"))));
      samples.add(sample("card mistyped", one("卡号", "银行卡号：", "账号："), card, mistyped(card)));
      String local = "" + (2 + dice.nextInt(8)) + number(6);
      String area = one("0999", "0411", "0551");
      samples.add(free("landline", area + local, area + one("-", "", " ", "－", "—") + local));
      samples.add(sample("landline local", one("座机", "我的电话：", "联系电话 "), local, local));
      String mail = "lin" + number(4) + one(".", "_", "-", "") + "mou";
      samples.add(
          mail(
              "email",
              mail,
              mail + one("@", "＠", " @ ") + one("mail.example", "a.b-c.example", "x．example")));
      samples.add(sample("passport", one("护照号码", "护照：", "护照号为"), "E" + number(8), null));
      samples.add(sample("permit", one("回乡证", "回乡证号：", "通行证号码"), "H" + number(8), null));
      samples.add(sample("qq", one("QQ：", "QQ号", "qq号码是", "扣扣"), "2" + number(8), null));
    }
    return samples;
  }

  String mobile() {
    return "1" + (3 + dice.nextInt(7)) + number(9);
  }

  /** Of places that do not exist; one in thirty is a valid credit code too. */
  String idCard() {
    String body =
        "9901%02d%d%02d%02d%03d"
            .formatted(
                1 + dice.nextInt(30),
                1950 + dice.nextInt(56),
                1 + dice.nextInt(12),
                1 + dice.nextInt(28),
                dice.nextInt(1000));
    int sum = 0;
    for (int i = 0; i < 17; i++) {
      sum += (body.charAt(i) - '0') * WEIGHTS[i];
    }
    return body + "10X98765432".charAt(sum % 11);
  }

  String card(int size) {
    String body = "6222" + number(size - 5);
    for (char last = '0'; ; last++) {
      if (CheckDigits.luhn(body + last)) {
        return body + last;
      }
    }
  }

  String number(int digits) {
    StringBuilder number = new StringBuilder();
    for (int i = 0; i < digits; i++) {
      number.append(dice.nextInt(10));
    }
    return number.toString();
  }

  String one(String... of) {
    return of[dice.nextInt(of.length)];
  }

  private Sample free(String how, String secret, String written) {
    // A letter X behind digits could be the last of an identity number.
    return new Sample(one(BEFORE) + written + one(AFTER), secret, how);
  }

  /** An address that letters run into is a longer address. */
  private Sample mail(String how, String secret, String written) {
    return new Sample(one("邮箱", "发到 ", "：") + written + one("", "，谢谢", "。", "收"), secret, how);
  }

  private Sample sample(String how, String label, String secret, String written) {
    return new Sample(
        one("", "我的", "本人", "张某 ")
            + label
            + (written == null ? secret : written)
            + one(AFTER).replace("w", "").replace("X", ""),
        secret,
        how);
  }

  private String parted(String number, int[][] forms, String[] separators) {
    int[] form = forms[dice.nextInt(forms.length)];
    String separator =
        form.length == 2 || form[0] == 4 && number.startsWith("19")
            ? one(" ", "-", "　")
            : one(separators);
    if (form[0] == 4 && number.startsWith("19")) {
      form = forms[0];
    }
    List<String> parts = new ArrayList<>();
    int at = 0;
    for (int size : form) {
      parts.add(number.substring(at, at + size));
      at += size;
    }
    return String.join(separator, parts);
  }

  private static String fours(String number, String separator) {
    List<String> parts = new ArrayList<>();
    for (int at = 0; at < number.length(); at += 4) {
      parts.add(number.substring(at, Math.min(number.length(), at + 4)));
    }
    return String.join(separator, parts);
  }

  private String with(String number) {
    int at = 1 + dice.nextInt(number.length() - 1);
    return number.substring(0, at) + one(INVISIBLE) + number.substring(at);
  }

  private static String wide(String number) {
    StringBuilder wide = new StringBuilder();
    number.chars().forEach(c -> wide.append((char) (c + 0xFEE0)));
    return wide.toString();
  }

  private String spoken(String number) {
    String digits = one("零一二三四五六七八九", "〇一二三四五六七八九", "零壹贰叁肆伍陆柒捌玖", "零幺二三四五六七八九");
    StringBuilder spoken = new StringBuilder();
    number.chars().forEach(c -> spoken.append(digits.charAt(c - '0')));
    return spoken.toString();
  }

  /** A digit too few or too many. */
  private String mistyped(String number) {
    int at = 4 + dice.nextInt(number.length() - 6);
    return dice.nextBoolean()
        ? number.substring(0, at) + number.substring(at + 1)
        : number.substring(0, at) + dice.nextInt(10) + number.substring(at);
  }

  private static String wrongCheck(String id) {
    return id.substring(0, 17) + (id.charAt(17) == '1' ? '2' : '1');
  }
}
