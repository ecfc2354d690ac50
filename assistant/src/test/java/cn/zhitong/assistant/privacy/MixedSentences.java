package cn.zhitong.assistant.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Invented sentences of appeals and official letters: numbers of persons, valid, nearly valid and
 * however written, among numbers that are nobody's.
 */
final class MixedSentences {
  private static final String CODE_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final String[] TAILS = {"。", "，谢谢。", "，请尽快答复。", "；", "，盼复", "\n"};

  private final Random dice;
  private final IdentifierSamples numbers;

  MixedSentences(long seed) {
    dice = new Random(seed);
    numbers = new IdentifierSamples(seed);
  }

  /** A person's number within a sentence. */
  record Part(String how, int start, int end) {}

  record Sentence(String text, List<Part> persons) {}

  Sentence next() {
    StringBuilder text = new StringBuilder();
    List<Part> persons = new ArrayList<>();
    int clauses = 1 + dice.nextInt(3);
    for (int i = 0; i < clauses; i++) {
      if (dice.nextInt(5) < 2) {
        person(text, persons);
      } else {
        text.append(nobodys());
      }
      text.append(i + 1 < clauses ? one("，", "；", "。", "，另，") : one(TAILS));
    }
    return new Sentence(text.toString(), persons);
  }

  private void person(StringBuilder text, List<Part> persons) {
    String mobile = numbers.mobile();
    String id = numbers.idCard();
    String card = numbers.card(dice.nextBoolean() ? 16 : 19);
    switch (dice.nextInt(16)) {
      case 0 -> add(text, persons, "mobile", one("我电话", "请联系", "Tel.", "wx", "手机"), mobile);
      case 1 ->
          add(
              text,
              persons,
              "mobile parted",
              one("联系", "手机", "电话"),
              mobile.substring(0, 3)
                  + one("-", " ", ".", "－", "–", "　")
                  + mobile.substring(3, 7)
                  + one("-", " ", ".", "－", "–", "　")
                  + mobile.substring(7));
      case 2 -> add(text, persons, "mobile wide", "电话：", wide(mobile));
      case 3 -> add(text, persons, "mobile beside letters", one("a", "TEL", "V"), mobile);
      case 4 -> add(text, persons, "mobile mistyped", "手机号：", mobile.substring(0, 10));
      case 5 -> add(text, persons, "id", one("法人", "本人", "身份证", ""), id);
      case 6 ->
          add(
              text,
              persons,
              "id parted",
              one("身份证", "证件"),
              id.substring(0, 6)
                  + one(" ", "-")
                  + id.substring(6, 14)
                  + one(" ", "-")
                  + id.substring(14));
      case 7 -> add(text, persons, "id with a wrong check", "身份证号码：", wrong(id));
      case 8 ->
          add(
              text,
              persons,
              "id of fifteen",
              one("身份证号：", "身份证（旧）"),
              id.substring(0, 6) + id.substring(8, 17));
      case 9 -> add(text, persons, "id that is a credit code", one("法人代表", "经办人"), both());
      case 10 -> add(text, persons, "card", one("卡号", "转到", "账户"), card);
      case 11 ->
          add(
              text,
              persons,
              "card parted",
              "银行卡",
              card.replaceAll("(\\d{4})(?=\\d)", "$1" + one(" ", "-")));
      case 12 ->
          add(
              text,
              persons,
              "landline",
              one("单位电话", "座机", ""),
              one("0999", "0411") + one("-", "") + (2 + dice.nextInt(8)) + numbers.number(6));
      case 13 ->
          add(
              text,
              persons,
              "email",
              one("邮箱", "发到"),
              "lin" + numbers.number(4) + one("@", "＠") + "mail.example");
      case 14 -> add(text, persons, "passport", "护照号码", "E" + numbers.number(8));
      default -> add(text, persons, "qq", one("QQ：", "QQ号"), "2" + numbers.number(8));
    }
  }

  private void add(StringBuilder text, List<Part> persons, String how, String label, String said) {
    text.append(label);
    persons.add(new Part(how, text.length(), text.length() + said.length()));
    text.append(said).append(one("", "", "（", "，张某"));
  }

  private String nobodys() {
    int year = 2010 + dice.nextInt(17);
    return switch (dice.nextInt(14)) {
      case 0 -> "根据澜政办〔" + year + "〕" + n(1, 300) + "号文件";
      case 1 -> "我公司（统一社会信用代码" + creditCode() + "）";
      case 2 -> "代码" + creditCode() + "的企业";
      case 3 -> "最高补助" + "%,d".formatted(n(10_000, 90_000_000)) + "元";
      case 4 -> "自" + year + "-" + two(1, 12) + "-" + two(1, 28) + "起执行";
      case 5 -> "订单号" + numbers.number(n(12, 14)) + "已退款";
      case 6 -> "项目代码" + year + "-990100-" + two(1, 99) + "-0" + n(1, 5) + "-" + numbers.number(6);
      case 7 -> "请拨打12345或" + one("12366", "12315", "96110") + "热线";
      case 8 -> "服务热线400" + numbers.number(7);
      case 9 -> "第" + n(1, 80) + "条第" + n(1, 9) + "款，附件" + n(1, 9) + "." + n(1, 20);
      case 10 -> "办件编号ZT" + year + two(1, 12) + two(1, 28) + "-7K3M9Q";
      case 11 -> year + "年营业收入" + n(100, 999_999) + "万元，增长" + n(1, 90) + "." + n(0, 9) + "%";
      case 12 -> "咨询电话：0" + n(310, 999) + "-" + n(2, 9) + numbers.number(6);
      default -> "建筑面积" + "%,d".formatted(n(1_000, 900_000)) + "平方米，共" + n(1, 3000) + "户";
    };
  }

  /** One in thirty identity numbers is a valid credit code too. */
  private String both() {
    String id = numbers.idCard();
    while (!CheckDigits.creditCode(id)) {
      id = numbers.idCard();
    }
    return id;
  }

  private String creditCode() {
    StringBuilder code = new StringBuilder("9" + n(1, 3) + "9901" + two(1, 30) + "MA");
    while (code.length() < 17) {
      code.append(CODE_ALPHABET.charAt(dice.nextInt(CODE_ALPHABET.length())));
    }
    for (char last : CODE_ALPHABET.toCharArray()) {
      if (CheckDigits.creditCode(code.toString() + last)) {
        return code.toString() + last;
      }
    }
    throw new IllegalStateException(code.toString());
  }

  private static String wrong(String id) {
    return id.substring(0, 17) + (id.charAt(17) == '1' ? '2' : '1');
  }

  private static String wide(String number) {
    StringBuilder wide = new StringBuilder();
    number.chars().forEach(c -> wide.append((char) (c + 0xFEE0)));
    return wide.toString();
  }

  private String one(String... of) {
    return of[dice.nextInt(of.length)];
  }

  private int n(int from, int to) {
    return from + dice.nextInt(to - from + 1);
  }

  private String two(int from, int to) {
    return "%02d".formatted(n(from, to));
  }
}
