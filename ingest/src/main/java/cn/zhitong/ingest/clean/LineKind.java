package cn.zhitong.ingest.clean;

import java.util.regex.Pattern;

/** What a line is by its wording; decides which lines stand alone. */
final class LineKind {
  private static final String NUMBER = "[一二三四五六七八九十百〇零]{1,5}";
  private static final Pattern NUMERAL =
      Pattern.compile(
          "(?:"
              + NUMBER
              + "[、.．]"
              + "|[(（](?:"
              + NUMBER
              + "|\\d{1,2})[)）]"
              + "|\\d{1,2}(?:[、．]|\\.(?!\\d)|\\)|）)"
              + "|\\d{1,2}(?:\\.\\d{1,2}){1,3} ?(?=\\p{IsHan}{2})(?![万亿元个项家倍])"
              + "|第"
              + NUMBER
              + "[编章节](?![规条款])"
              + "|第"
              + NUMBER
              + "条(?:之"
              + NUMBER
              + ")?(?=[ 　]|$)"
              + "|[①②③④⑤⑥⑦⑧⑨⑩])"
              + ".*",
          Pattern.DOTALL);

  private static final Pattern KEY_LINE =
      Pattern.compile(
          "(?:索\\s?引\\s?号|发文字号|文\\s?号|发布机构|发文机关|发文单位|公开主体|制发机关|成文日期|生成日期|发布日期|公布日期|发文日期|印发日期|施行日期|实施日期|失效日期"
              + "|主题分类|主题词|体裁分类|信息分类|服务对象|有\\s?效\\s?性|时\\s?效|效力状态|公开方式|公开类别|公开时限|公开属性|标\\s?题|名\\s?称|答复类别|签发人|密级"
              + "|紧急程度|来源|信息来源|文章来源|作者|联系人|联系电话|联系方式|电话|传真|地址|邮编|邮政编码|电子邮箱|领导署名|署名|承办单位|办理结果|发布时间|公布时间|时间|关键词)\\s?[:：].{0,80}|\\d{4}-\\d{1,2}-\\d{1,2}(?: .{0,80})?");

  private static final Pattern STANDING =
      Pattern.compile(
          "各[^。；]{1,60}[:：]|附\\s?(?:件|表|录)\\s?\\d{0,2}(?:[:：\\s].*)?|[(（](?:此件|联系人|本文有删减|公开属性).*"
              + "|抄\\s?送[:：].*|主\\s?送[:：].*|特此(?:通知|公告|通告|批复|函复|函达|报告|说明).{0,3}"
              + "|(?:\\d{4}年\\d{1,2}月\\d{1,2}日|\\d{4}-\\d{1,2}-\\d{1,2}(?: \\d{1,2}:\\d{2}(?::\\d{2})?)?|[二〇○零一三四五六七八九]{4}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日)(?:印发)?"
              + "|[\\p{IsHan}]{1,12}[\\[〔【(（]\\d{4}[\\]〕】)）]\\s?第?\\d{1,5}号");

  private static final Pattern SIGNATURE =
      Pattern.compile(
          "[\\p{IsHan}（）()〇\\s]{2,60}(?:厅|局|委员会|委|政府|办公室|办公厅|办|部|署|院|会|中心|公司|处|所|大学|银行|联合会)"
              + "(?:\\s?\\d{4}年\\d{1,2}月\\d{1,2}日)?");

  private LineKind() {}

  /** Begins with a numeral, or is a line that never goes on with the line before. */
  static boolean startsBlock(String line) {
    return NUMERAL.matcher(line).matches() || isKeyLine(line) || STANDING.matcher(line).matches();
  }

  static boolean isKeyLine(String line) {
    return KEY_LINE.matcher(line).matches();
  }

  /** Only the name of an office, as under a letter. */
  static boolean isSignature(String line) {
    return SIGNATURE.matcher(line).matches();
  }

  /** A numeral and words without a sentence. */
  static boolean isHeading(String line) {
    return NUMERAL.matcher(line).matches()
        && line.indexOf('。') < 0
        && line.indexOf('；') < 0
        && line.length() <= 60;
  }
}
