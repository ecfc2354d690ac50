package cn.zhitong.assistant.casework;

import cn.zhitong.assistant.privacy.PersonalData;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The words by which the sender of an appeal is known: the names of its enterprise, in whole and as
 * people shorten them, of its contact, and its numbers.
 */
public final class CaseParticulars {
  /** Where the sender was named, to those who may not know it. */
  public static final String SENDER = "（来件人）";

  private static final Pattern PLACE =
      Pattern.compile("^(?:[\\u4e00-\\u9fa5]{2,8}?(?:省|自治区|自治州|市|地区|盟|州|县|区|旗)(?!业|场)){1,3}");

  private static final Pattern FORM =
      Pattern.compile(
          "(?:股份有限公司|有限责任公司|有限公司|集团公司|总公司|分公司|子公司|公司|集团|合伙企业|个人独资企业|合作社|经营部|商行|厂|店|行|部|中心)"
              + "(?:[（(][^（）()]{0,12}[）)])?$");

  /** What makes a name of two characters one of an enterprise. */
  private static final String KIND =
      "(?=公司|集团|厂|店|商行|超市|酒店|餐厅|宾馆|企业|工厂|物业|门口|门前|附近|旁|隔壁|老板|负责人|经营者|法人|员工)";

  /** So much of a name tells it where it begins, and so much further on. */
  private static final int HEAD = 3;

  private static final int WITHIN = 4;

  /** Where within a name a brand may begin: behind a place of two or three characters. */
  private static final Set<Integer> BRAND_AT = Set.of(0, 2, 3);

  private static final int LEAST_WORD = 4;

  /** Of a name without its form, what says the line of business; the brand stands before it. */
  private static final Pattern LINE_OF_BUSINESS =
      Pattern.compile(
          "(?:科技|贸易|商贸|实业|建筑|建设|建材|建工|工程|食品|粮油|酒业|茶业|餐饮|饮食|五金|机械|机电|电子|电器|电气|电力|服饰|服装|鞋业|皮革"
              + "|纺织|物流|运输|货运|供应链|材料|新材料|装饰|装修|置业|地产|房地产|农业|林业|水产|渔业|养殖|种植|畜牧|园林|生物|医药|药业|医疗|器械"
              + "|健康|教育|培训|文化|传媒|广告|信息|网络|互联网|软件|数码|数据|通信|通讯|技术|智能|自动化|制造|加工|制品|化工|塑料|橡胶|塑胶|金属"
              + "|钢铁|钢构|铸造|模具|陶瓷|玻璃|水泥|石材|木业|家具|家居|能源|新能源|石油|天然气|燃气|环保|环境|设备|仪器|印刷|包装|纸业|汽车|汽配"
              + "|物业|酒店|宾馆|超市|百货|旅游|体育|珠宝|玩具|工艺|发展|开发|投资|控股|国际|咨询|管理|服务|劳务|人力资源|保安|保洁|家政|销售|经营"
              + "|批发|零售|市政|路桥|光电|半导体|精密|轴承|电缆|矿业|检测|认证|设计)+$");

  /** Behind a place of so many characters that says not what it is (澜州 for 澜州市). */
  private static final List<Integer> PLACES = List.of(2, 3);

  private static final String TITLES =
      "(?=先生|女士|小姐|总(?!局|部|站|工会|额|量|共|计)|经理|老板|厂长|店长|董事长|董事|同志|师傅|老师|大哥|大姐|本人)";

  private static final String GIVEN_NAME_TITLES = "(?=先生|女士|小姐|总(?!局|部)|经理|同志|本人|反映|说|举报|投诉|来电|的)";

  private final String core;
  private final List<String> words;
  private final List<Pattern> brands;
  private final Set<String> numbers;
  private final String title;

  private CaseParticulars(
      String core, List<String> words, List<Pattern> brands, Set<String> numbers, String title) {
    this.core = core;
    this.words = words;
    this.brands = brands;
    this.numbers = numbers;
    this.title = title;
  }

  public static CaseParticulars of(Appeal appeal) {
    String enterprise = flat(appeal.enterprise());
    String bare = PLACE.matcher(enterprise).replaceFirst("");
    String core = FORM.matcher(bare.length() < 2 ? enterprise : bare).replaceFirst("");
    Set<String> words = new LinkedHashSet<>();
    add(words, enterprise, 2);
    add(words, bare, LEAST_WORD);
    add(words, flat(appeal.contactName()), 2);
    add(words, flat(appeal.contactPhone()), LEAST_WORD);
    add(words, flat(appeal.contactEmail()), LEAST_WORD);
    List<Pattern> brands = new ArrayList<>(brands(core));
    brands.addAll(contactPatterns(flat(appeal.contactName()), flat(appeal.contactPhone())));
    if (core.length() == 2) {
      add(words, core, 2);
    }
    Set<String> numbers = new LinkedHashSet<>();
    Stream.of(appeal.title(), appeal.text(), appeal.contactPhone(), appeal.contactEmail())
        .forEach(text -> numbers.addAll(PersonalData.values(text)));
    return new CaseParticulars(
        core, List.copyOf(words), List.copyOf(brands), Set.copyOf(numbers), flat(appeal.title()));
  }

  /** The names by which people know an enterprise, with blanks between the characters too. */
  private static List<Pattern> brands(String core) {
    List<Pattern> brands = new ArrayList<>();
    if (core.length() >= HEAD) {
      brands.add(spaced(core, ""));
    }
    for (int at : List.of(0, 2)) {
      if (core.length() >= at + 2) {
        brands.add(Pattern.compile(Pattern.quote(core.substring(at, at + 2)) + KIND));
      }
    }
    String brand = LINE_OF_BUSINESS.matcher(core).replaceFirst("");
    for (int at : PLACES) {
      if (brand.length() >= at + HEAD) {
        brands.add(spaced(brand.substring(at), ""));
      }
    }
    if (brand.length() >= HEAD) {
      brands.add(spaced(brand, ""));
    }
    return brands;
  }

  /** Surname or given name with a title, and the last digits of the telephone. */
  private static List<Pattern> contactPatterns(String name, String phone) {
    List<Pattern> patterns = new ArrayList<>();
    if (name.length() >= 2 && name.length() <= 4) {
      int surname = name.length() == 4 ? 2 : 1;
      patterns.add(spaced(name.substring(0, surname), TITLES));
      if (name.length() - surname >= 2) {
        patterns.add(spaced(name, ""));
        patterns.add(spaced(name.substring(surname), GIVEN_NAME_TITLES));
      }
    }
    if (phone.length() >= LEAST_WORD) {
      String tail = phone.substring(phone.length() - LEAST_WORD);
      patterns.add(Pattern.compile("(?:尾号|后四位|末四位)[为是：: ]{0,3}" + Pattern.quote(tail) + "(?!\\d)"));
    }
    return patterns;
  }

  private static Pattern spaced(String word, String behind) {
    StringBuilder pattern = new StringBuilder();
    word.codePoints()
        .forEach(
            point -> {
              pattern.append(pattern.isEmpty() ? "" : "[\\s·.]{0,2}");
              pattern.append(Pattern.quote(Character.toString(point)));
            });
    return Pattern.compile(pattern + behind);
  }

  private static void add(Set<String> words, String word, int least) {
    if (word.length() >= least) {
      words.add(word);
    }
  }

  private static String flat(String text) {
    return text == null ? "" : text.strip();
  }

  /** Whether a text tells who it was. */
  public boolean in(String text) {
    return text != null
        && (!hidden(text, "").equals(text)
            || PersonalData.values(text).stream().anyMatch(numbers::contains));
  }

  /** The text with something else where the sender was named. */
  public String hidden(String text, String instead) {
    if (text == null || text.isEmpty()) {
      return text;
    }
    String left = text;
    for (String word : words) {
      left = left.replace(word, instead);
    }
    // The longer before the shorter: a brand is part of the name that is left otherwise.
    left = core.length() < HEAD ? left : withoutCore(left, instead);
    for (Pattern brand : brands) {
      left = brand.matcher(left).replaceAll(Matcher.quoteReplacement(instead));
    }
    return left;
  }

  /** The longest parts of the name first, from left to right. */
  private String withoutCore(String text, String instead) {
    StringBuilder left = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      int length = nameAt(text, at);
      left.append(length == 0 ? text.substring(at, at + 1) : instead);
      at += Math.max(1, length);
    }
    return left.toString();
  }

  /** How many characters of the name a text has at an offset, 0 for too few to tell it. */
  private int nameAt(String text, int at) {
    int longest = 0;
    for (int from : BRAND_AT) {
      int length = 0;
      while (from + length < core.length()
          && at + length < text.length()
          && text.charAt(at + length) == core.charAt(from + length)) {
        length++;
      }
      if (length >= (from == 0 ? HEAD : WITHIN)) {
        longest = Math.max(longest, length);
      }
    }
    return longest;
  }

  /** The words to look for where copies may be. */
  public List<String> words() {
    Set<String> all = new LinkedHashSet<>();
    words.stream().filter(word -> word.length() >= LEAST_WORD).forEach(all::add);
    add(all, core, LEAST_WORD);
    // Without its place, where enough is left that is no line of business.
    for (int at : PLACES) {
      String rest = core.length() > at ? core.substring(at) : "";
      if (LINE_OF_BUSINESS.matcher(rest).replaceFirst("").length() >= HEAD) {
        add(all, rest, LEAST_WORD);
      }
    }
    add(all, title, LEAST_WORD + 2);
    return List.copyOf(all);
  }
}
