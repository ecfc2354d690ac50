package cn.zhitong.ingest.read;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * Pictures that belong to an article: a flow chart may say what the words do not. Those that came
 * with the page are kept at their place; nothing is ever fetched.
 */
final class HtmlPictures {
  /** Smaller ones are icons and spacers. */
  private static final int SMALLEST = 60;

  private static final int NAME = 20;

  private static final Pattern ICON =
      Pattern.compile(
          "icon|ico[_./-]|logo|qrcode|ewm|erweima|spacer|blank|btn|button|arrow|bullet|loading",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern DATA =
      Pattern.compile("data:image/[\\w.+-]{1,20}\\s*;\\s*base64\\s*,", Pattern.CASE_INSENSITIVE);

  private final List<Element> pictures;
  private final MessageParts parts;
  private final TextLines lines;
  private int written;
  private int kept;
  private int left;
  private String leftName = "";

  /**
   * @param pictures of the article, in the order of the page
   */
  HtmlPictures(List<Element> pictures, MessageParts parts, TextLines lines) {
    this.pictures = pictures;
    this.parts = parts;
    this.lines = lines;
  }

  /** Writes the pictures that stand before a line. */
  void before(HtmlLine line) {
    upTo(line.pictures());
  }

  /** Writes the rest. */
  void rest() {
    upTo(pictures.size());
  }

  private void upTo(int count) {
    for (; written < count; written++) {
      Element picture = pictures.get(written);
      String alt = picture.attr("alt").strip();
      if (lines.picture(bytes(picture.attr("src").strip()), alt)) {
        kept++;
      } else {
        left++;
        leftName = leftName.isEmpty() ? alt : leftName;
      }
    }
  }

  /** What the publisher is told. */
  List<String> warnings() {
    List<String> warnings = new ArrayList<>();
    if (kept > 0) {
      warnings.add("正文里有 " + kept + " 张图片，已随正文显示；图片中的文字未读出，检索不到，请核对原网页。");
    }
    if (left > 0) {
      String named =
          leftName.isEmpty()
              ? ""
              : "（如“" + leftName.substring(0, Math.min(NAME, leftName.length())) + "”）";
      warnings.add("正文里有 " + left + " 张图片" + named + "没有收入，图片中的文字未读出，请核对原网页。");
    }
    return warnings;
  }

  private byte[] bytes(String source) {
    Matcher data = DATA.matcher(source);
    if (!data.lookingAt()) {
      return parts.find(source);
    }
    try {
      return Base64.getMimeDecoder().decode(source.substring(data.end()));
    } catch (IllegalArgumentException e) {
      // Broken data are a picture that cannot be shown, of which the publisher is told.
      return null;
    }
  }

  /** Whether an image is a picture and no ornament of the site. */
  static boolean isPicture(Element image) {
    String source = image.attr("src");
    boolean data = source.startsWith("data:");
    return !source.isEmpty()
        && (data || !ICON.matcher(source).find())
        && size(image, "width") >= SMALLEST
        && size(image, "height") >= SMALLEST;
  }

  /** In pixels as the page states it; where it states nothing, large. */
  private static int size(Element image, String side) {
    String value = image.attr(side).replaceAll("px$", "").strip();
    if (value.matches("\\d{1,5}")) {
      return Integer.parseInt(value);
    }
    Matcher style =
        Pattern.compile(side + "\\s*:\\s*(\\d{1,5})(?:\\.\\d+)?px").matcher(image.attr("style"));
    return style.find() ? Integer.parseInt(style.group(1)) : Integer.MAX_VALUE;
  }
}
