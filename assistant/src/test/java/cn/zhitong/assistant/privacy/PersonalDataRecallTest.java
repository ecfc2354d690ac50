package cn.zhitong.assistant.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How many identifiers are masked, and how much else is, on invented sentences. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class PersonalDataRecallTest {
  private static final int EACH = 300;

  @Test
  void identifiers_howeverWritten_areMasked() {
    List<IdentifierSamples.Sample> samples = new IdentifierSamples(20261130).samples(EACH);
    List<String> readable = new ArrayList<>();
    for (IdentifierSamples.Sample sample : samples) {
      if (readable(sample)) {
        readable.add(sample.how() + ": " + sample.sentence());
      }
    }
    assertThat(readable).hasSizeLessThan(samples.size() / 1000);
  }

  /** What is left of the sentence, with nothing between its digits, still has the number. */
  private static boolean readable(IdentifierSamples.Sample sample) {
    String masked = PersonalData.mask(sample.sentence());
    NormalizedText text = NormalizedText.of(masked);
    StringBuilder left = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      if (Character.isLetterOrDigit(text.at(i))) {
        left.append(text.at(i));
      }
    }
    String secret = sample.secret().toUpperCase(java.util.Locale.ROOT).replaceAll("[._-]", "");
    return masked.indexOf('*') < 0 || left.indexOf(secret.substring(1)) >= 0;
  }

  @Test
  void officialSentences_without_stayAsTheyAre() {
    OfficialSentences sentences = new OfficialSentences(20261130);
    int count = 10_000;
    List<String> changed = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String sentence = sentences.next();
      String masked = PersonalData.mask(sentence);
      if (!masked.equals(sentence)) {
        changed.add(masked);
      }
    }
    assertThat(changed).hasSizeLessThan(count / 100);
  }

  @Test
  void longTexts_ofOneThing_areReadInTimeThatGrowsWithThem() {
    for (String unit :
        List.of(
            "a",
            "1",
            "1 ",
            "a@",
            "138-",
            "零",
            "86",
            "QQ",
            "1.",
            "@",
            "0411-",
            "微信号",
            "京A",
            "13800138000 ")) {
      String text = unit.repeat(40_000 / unit.length());
      assertThat(PersonalData.mask(text)).hasSameSizeAs(text);
    }
  }

  /** What offices write, with every number that is nobody's. */
  private static final class OfficialSentences {
    private final Random dice;
    private final IdentifierSamples numbers;

    OfficialSentences(long seed) {
      dice = new Random(seed);
      numbers = new IdentifierSamples(seed);
    }

    String next() {
      int year = 2010 + dice.nextInt(17);
      int month = 1 + dice.nextInt(12);
      int day = 1 + dice.nextInt(28);
      return switch (dice.nextInt(18)) {
        case 0 -> "根据澜政办〔%d〕%d号文件，自%d年%d月%d日起执行。".formatted(year, n(1, 300), year, month, day);
        case 1 ->
            "对符合条件的企业给予最高%d万元补助，累计不超过%s元。".formatted(n(1, 900), grouped(n(100_000, 2_000_000_000)));
        case 2 -> "统一社会信用代码：%s。".formatted(creditCode());
        case 3 -> "企业（代码%s）申报材料已收悉。".formatted(creditCode());
        case 4 ->
            "受理时间为%d-%02d-%02d至%d-%02d-%02d。".formatted(year, month, day, year + 1, month, day);
        case 5 -> "咨询电话：0%d-%d%s。".formatted(n(310, 999), n(2, 9), numbers.number(6));
        case 6 ->
            "请拨打12345、12366或%s热线。"
                .formatted(numbers.one("96110", "12315", "400-8%s".formatted(numbers.number(6))));
        case 7 -> "服务热线400%s，工作日8:30-17:30。".formatted(numbers.number(7));
        case 8 -> "订单号%s已退款%s元。".formatted(numbers.number(n(12, 14)), grouped(n(1_000, 90_000)));
        case 9 ->
            "项目代码%d-990100-%02d-%02d-%s已备案。".formatted(year, n(1, 99), n(1, 5), numbers.number(6));
        case 10 -> "办件编号ZT%d%02d%02d-7K3M9Q，请妥善保存。".formatted(year, month, day);
        case 11 ->
            "建筑面积%s平方米，总投资%d.%d亿元。".formatted(grouped(n(1_000, 900_000)), n(1, 99), n(1, 99));
        case 12 ->
            "第%d条第%d款，见第%d页表%d-%d。".formatted(n(1, 80), n(1, 9), n(1, 300), n(1, 9), n(1, 9));
        case 13 ->
            "索引号：9901%02d-%d-%05d，标准号GB/T %d-%d。"
                .formatted(n(1, 30), year, n(1, 99999), n(1000, 40000), year);
        case 14 ->
            "%d年营业收入%d万元，较上年增长%d.%d%%，从业人员%d人。"
                .formatted(year, n(100, 999_999), n(1, 90), n(0, 9), n(1, 3000));
        case 15 ->
            "二〇%s年第一季度完成税收%d元，占比%d/%d。"
                .formatted(
                    numbers.one("二四", "二五", "一九"), n(10_000, 999_999_999), n(1, 9), n(10, 99));
        case 16 ->
            "网址http://www.lanzhou.example/art/%d/%d/%d/art_%d_%s.html。"
                .formatted(year, month, day, n(1000, 9999), numbers.number(7));
        default ->
            "医疗器械注册证编号：云械注准%d%s，批号%d%02d%02d%02d。"
                .formatted(year, numbers.number(7), year, month, day, n(1, 99));
      };
    }

    private int n(int from, int to) {
      return from + dice.nextInt(to - from + 1);
    }

    private static String grouped(int amount) {
      return "%,d".formatted(amount);
    }

    private String creditCode() {
      String alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
      StringBuilder code = new StringBuilder("9" + n(1, 3) + "9901" + "%02d".formatted(n(1, 30)));
      if (dice.nextInt(3) > 0) {
        code.append("MA");
      }
      while (code.length() < 17) {
        code.append(alphabet.charAt(dice.nextInt(dice.nextBoolean() ? 10 : 31)));
      }
      for (char last : alphabet.toCharArray()) {
        if (CheckDigits.creditCode(code.toString() + last)) {
          return code.toString() + last;
        }
      }
      throw new IllegalStateException(code.toString());
    }
  }
}
