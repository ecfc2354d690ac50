package cn.zhitong.ingest.extract;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The table of keys that government pages print above a text: 索 引 号：…, 发布机构：…. Keys may be spread
 * by spaces, stand several on a line, or have their value on the next line.
 */
final class KeyLines {
  enum Key {
    INDEX("索引号", "信息索引号", "索引编号"),
    NUMBER("发文字号", "文号", "发文号", "公文文号", "文件编号", "字号"),
    ISSUER("发布机构", "发文机关", "发文机构", "发文单位", "发布机关", "制发机关", "制定机关", "印发机关", "发布单位"),
    GENERATED("生成日期", "生成时间"),
    WRITTEN("成文日期", "发文日期", "成文时间", "发文时间", "印发日期", "印发时间", "签发日期"),
    PUBLISHED("发布日期", "发布时间", "公开日期", "公开时间", "公布日期"),
    EFFECTIVE("实施日期", "施行日期", "生效日期", "生效时间", "实施时间"),
    REPEALED("废止日期", "失效日期", "失效时间", "废止时间", "截止日期"),
    STATUS("有效性", "时效性", "效力状态", "文件状态", "效力", "是否有效"),
    TITLE("标题", "信息名称", "文件名称", "名称", "公文标题", "文章标题", "信息标题", "文件标题"),
    THEME("主题分类", "主题词", "主题", "服务对象"),
    SOURCE("来源", "信息来源", "供稿单位", "发布来源", "稿件来源", "文章来源", "内容来源", "信息提供", "提供单位", "供稿"),
    REPLY_CLASS("答复类别", "办理类别", "答复类型");

    private final List<String> names;

    /** Whether a line reads like a value: an empty key takes no line that only stands below it. */
    private boolean fits(String line) {
      return switch (this) {
        case INDEX ->
            line.matches("[0-9A-Za-z一-龥/\\-_.〔〕\\[\\]（）()]{4,60}") && line.matches(".*\\d.*");
        case NUMBER -> DocumentNumbers.whole(line) != null;
        case ISSUER, SOURCE ->
            line.length() < 60 && IssuerNames.NAME.matcher(line).matches() && !line.contains("关于");
        case GENERATED, WRITTEN, PUBLISHED, EFFECTIVE, REPEALED ->
            line.length() < 24 && Dates.first(line) != null;
        case STATUS -> line.matches("(?:现行|继续)?(?:有效|失效|废止|无效|过期|已修[改订]|已?废止|是|否|尚未生效)");
        case TITLE -> line.length() < 60 && Titles.OFFICIAL.matcher(line).find();
        case THEME -> line.length() < 24 && !line.contains("关于");
        case REPLY_CLASS -> line.matches("[A-Da-d]类?");
      };
    }

    Key(String... names) {
      this.names = List.of(names);
    }
  }

  private static final String SPACE = "[ \\u3000\\u00a0]*";
  private static final Map<Key, Pattern> PATTERNS = new EnumMap<>(Key.class);
  private static final Pattern ANY;

  static {
    StringBuilder any = new StringBuilder();
    for (Key key : Key.values()) {
      StringBuilder names = new StringBuilder();
      for (String name : key.names) {
        names.append(names.isEmpty() ? "" : "|").append(String.join(SPACE, name.split("")));
      }
      PATTERNS.put(key, pattern(names.toString()));
      any.append(any.isEmpty() ? "" : "|").append(names);
    }
    ANY = pattern(any + "|" + "公" + SPACE + "开" + SPACE + "(?:方式|属性|范围)|体裁分类|信息类别|有效期限?");
  }

  private final Map<Key, Provenance<String>> values = new EnumMap<>(Key.class);

  private KeyLines() {}

  /**
   * A key with its colon, a key in brackets, or a key at a line's start with a blank behind it, as
   * pages set it that print key and value in boxes of their own (group 1).
   */
  private static Pattern pattern(String names) {
    String start = "(?:^|[\\s\\u3000\\u00a0|｜])";
    return Pattern.compile(
        start
            + "[【\\[［]"
            + SPACE
            + "(?:"
            + names
            + ")"
            + SPACE
            + "[】\\]］]"
            + SPACE
            + "[:：\\t]?|"
            + start
            + "(?:"
            + names
            + ")"
            + SPACE
            + "[:：\\t]|^(?:"
            + names
            + ")([ \\u3000]+)(?=\\S)");
  }

  /**
   * @param head lines above the body
   */
  static KeyLines of(List<TextLine> head) {
    KeyLines keys = new KeyLines();
    for (int i = 0; i < head.size(); i++) {
      TextLine next = i + 1 < head.size() ? head.get(i + 1) : null;
      for (Map.Entry<Key, Pattern> entry : PATTERNS.entrySet()) {
        keys.read(entry.getKey(), entry.getValue(), head.get(i), next);
      }
    }
    return keys;
  }

  static boolean isKeyLine(String line) {
    Matcher matcher = ANY.matcher(line);
    return matcher.find()
        && matcher.start() <= 1
        && (matcher.group(1) == null || fitsSome(line, matcher.end()));
  }

  /** A word that is a key elsewhere may begin a line of text: then no value stands behind it. */
  private static boolean fitsSome(String line, int from) {
    String value = line.substring(from);
    return Arrays.stream(Key.values())
        .anyMatch(
            key ->
                key != Key.TITLE
                    && key != Key.SOURCE
                    && key != Key.THEME
                    && key.names.stream().anyMatch(line::startsWith)
                    && key.fits(value));
  }

  Optional<Provenance<String>> get(Key key) {
    return Optional.ofNullable(values.get(key));
  }

  private void read(Key key, Pattern pattern, TextLine line, TextLine next) {
    Matcher matcher = pattern.matcher(line.text());
    if (values.containsKey(key) || !matcher.find()) {
      return;
    }
    int from = matcher.end();
    Matcher following = ANY.matcher(line.text());
    int to =
        following.find(Math.max(from - 1, 0)) && following.start() >= from
            ? following.start()
            : line.text().length();
    String value = line.text().substring(from, to);
    if (matcher.group(1) != null && !key.fits(value)) {
      return;
    }
    if (!value.isBlank()) {
      put(key, value, line.start() + from);
    } else if (next != null
        && to == line.text().length()
        && !isKeyLine(next.text())
        && key.fits(next.text())) {
      put(key, next.text(), next.start());
    }
  }

  private void put(Key key, String raw, int offset) {
    String value = raw.replaceAll("[|｜\\]】]+\\s*$", "").strip();
    if (value.isEmpty() || value.matches("[-—/无]+")) {
      return;
    }
    int start = offset + raw.indexOf(value.charAt(0));
    values.put(key, Provenance.at(value, Provenance.HEAD, start, start + value.length()));
  }
}
