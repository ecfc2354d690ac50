package cn.zhitong.ingest.outline;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Paragraphs that belong to no clause although they stand behind one: endings and signatures. */
final class Breaks {
  private static final String HAN_DATE = "[〇○零一二三四五六七八九十]{4}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日";
  private static final Pattern DATE_LINE =
      Pattern.compile(
          "^.{0,60}?(?:\\d{4}[ ]?年[ ]?\\d{1,2}[ ]?月[ ]?\\d{1,2}[ ]?日|" + HAN_DATE + ")$");
  private static final Pattern ENDING =
      Pattern.compile(
          "^(?:(?:下一步|今后|最后)[,，]?.*|(?:再次|衷心|诚挚|非常)?(?:感谢|谢谢).{2,}|特此.{2,6}[。.]?|(?:此复|专此)[。.]?"
              + "|本(?:实施)?(?:方案|办法|意见|通知|措施|规定|细则|规则|政策|通告|公告|计划|文件|指南|清单|若干措施|实施意见|实施细则|行动计划|工作方案|管理办法|暂行办法|政策措施)[^。]{0,30}(?:施行|实施|执行|生效|有效期|解释).*"
              + "|附[ 　]?件?[ 　]?[:：].*|[（(]此件.*|[（(]?联系(?:人|电话|单位|方式).*|领导署名.*|抄送.*|[（(]根据.{2,30}整理[）)])$");

  private Breaks() {}

  /**
   * Offset from which the text behind the last numeral is an ending, or the range's end.
   *
   * @param from offset of the last numeral's text
   */
  static int ending(String text, int from, int end) {
    List<Sentences.Span> paragraphs = paragraphs(text, from, end);
    for (int i = 1; i < paragraphs.size(); i++) {
      Sentences.Span paragraph = paragraphs.get(i);
      String line = text.substring(paragraph.start(), paragraph.end()).strip();
      // Right behind a heading stands the clause's own text, however it begins.
      boolean first =
          i == 1
              && text.substring(paragraphs.get(0).start(), paragraphs.get(0).end()).indexOf('。')
                  < 0;
      if (!first && ENDING.matcher(line).matches()) {
        return signatureAbove(text, paragraphs, i);
      }
      if (isSignature(line)) {
        return signatureAbove(text, paragraphs, i);
      }
    }
    return end;
  }

  static boolean isSignature(String line) {
    return line.length() < 80 && line.indexOf('。') < 0 && DATE_LINE.matcher(line).matches();
  }

  /** The issuers' lines above a date are part of the signature. */
  private static int signatureAbove(String text, List<Sentences.Span> paragraphs, int at) {
    int i = at;
    while (i > 1) {
      String above =
          text.substring(paragraphs.get(i - 1).start(), paragraphs.get(i - 1).end()).strip();
      if (above.length() > 40
          || above.isEmpty()
          || "。；;：:，,、）)〕".indexOf(above.charAt(above.length() - 1)) >= 0) {
        break;
      }
      i--;
    }
    return paragraphs.get(i).start();
  }

  /** Non-blank lines of the range. */
  private static List<Sentences.Span> paragraphs(String text, int from, int end) {
    List<Sentences.Span> paragraphs = new ArrayList<>();
    int at = from;
    while (at < end) {
      int stop = text.indexOf('\n', at);
      stop = stop < 0 || stop > end ? end : stop;
      if (!text.substring(at, stop).isBlank()) {
        paragraphs.add(new Sentences.Span(at, stop));
      }
      at = stop + 1;
    }
    return paragraphs;
  }
}
