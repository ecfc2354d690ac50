package cn.zhitong.assistant.triage;

import java.util.regex.Pattern;

/** Who reports others, or asks not to become known, is not named to the offices. */
public final class ReporterProtection {
  private static final Pattern ASKED_FOR =
      Pattern.compile(
          "举报|检举|控告|匿名|(?:请|要求|希望|望|务必|给我|为我|替我)[^。，\\n]{0,6}保密"
              + "|(?:不要|请勿|别|不愿|不想|不得|勿)[^。，\\n]{0,6}(?:泄露|透露|公开|外传)"
              + "|(?:怕|担心|恐)[^。，\\n]{0,6}报复"
              + "|(?:不要|请勿|别|不能|不可|勿|莫)[^。，\\n]{0,4}(?:告诉|告知|让|给|被)[^。，\\n]{0,12}(?:我是谁|是谁|是我|知道|得知|晓得)"
              + "|保护[^。，\\n]{0,6}(?:个人信息|隐私|身份)");

  private ReporterProtection() {}

  /** Whether the words of an appeal, or of what is added to it, ask for it. */
  public static boolean askedFor(String text) {
    return text != null && ASKED_FOR.matcher(text).find();
  }
}
