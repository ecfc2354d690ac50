package cn.zhitong.ingest.read;

import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Pictures that belong to an article: a flow chart may say what the words do not. */
final class HtmlPictures {
  /** Smaller ones are icons and spacers. */
  private static final int SMALLEST = 60;

  private static final Pattern ICON =
      Pattern.compile(
          "icon|ico[_./-]|logo|qrcode|ewm|erweima|spacer|blank|btn|button|arrow|bullet|loading",
          Pattern.CASE_INSENSITIVE);

  private HtmlPictures() {}

  /** Pictures of the article as a sentence for the publisher; null where it has none. */
  static String warning(Element content, boolean wholePage) {
    int count = 0;
    String words = "";
    for (Element picture : content.select("img")) {
      // A page without a container of its own has its site's linked pictures beside the text.
      boolean linked = wholePage && picture.closest("a") != null;
      if (!linked && isPicture(picture)) {
        count++;
        words = words.isEmpty() ? picture.attr("alt").strip() : words;
      }
    }
    String named =
        words.isEmpty() ? "" : "（如“" + words.substring(0, Math.min(20, words.length())) + "”）";
    return count == 0 ? null : "正文里有 " + count + " 张图片" + named + "没有收入，图片中的文字未读出，请核对原网页。";
  }

  private static boolean isPicture(Element picture) {
    String source = picture.attr("src");
    boolean data = source.startsWith("data:");
    return !source.isEmpty()
        && (data || !ICON.matcher(source).find())
        && size(picture, "width") >= SMALLEST
        && size(picture, "height") >= SMALLEST;
  }

  /** In pixels as the page states it; where it states nothing, large. */
  private static int size(Element picture, String side) {
    String value = picture.attr(side).replaceAll("px$", "").strip();
    if (value.matches("\\d{1,5}")) {
      return Integer.parseInt(value);
    }
    var style =
        Pattern.compile(side + "\\s*:\\s*(\\d{1,5})(?:\\.\\d+)?px").matcher(picture.attr("style"));
    return style.find() ? Integer.parseInt(style.group(1)) : Integer.MAX_VALUE;
  }
}
