package cn.zhitong.assistant.matching.extraction;

import cn.zhitong.assistant.matching.condition.FactValue;
import cn.zhitong.assistant.matching.condition.Operator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where an applicant has to be registered, taxed and counted. One phrase can name three places. */
final class PlaceDetector {
  private static final String AREA =
      "(?:地区|行政区域|行政区划|行政辖区|辖区|辖境|境|域|范围|区域|其他区域|所辖区域|市域|市区|各区)*(?:以?内)?(?:[（(](?:\u0001*|含[^（()）]*)[）)])?([（(]不含[^（()）]*[）)])?";
  private static final String REGISTERED =
      "(?:新|依法|依规|合法|办理|进行|完成|已经?|经|实际|正式|市场监管部门|工商行政管理部门|工商|税务|[、及和与])*"
          + "(?:登记、?注册|注册、?登记|工商注册|登记|注册|取得(?:工商)?营业执照|备案(?=的)|(?:合法|正常|从事)?生产、?经营(?:、(?:依法)?纳税)?|参加[^，。；、]{0,6}保险|参保|经营(?!范围|地|场所|主体|异常|收入|性|权|许可|活动|业务|者|期|规模|管理|[^，。；]{0,8}(?:企业|机构|项目))|设立|成立(?!(?:满|不|已|时间|年限|超|未|[\\d一二三四五六七八九十两])))"
          + "(?:登记|并实际(?:经营|运营)|并(?:依法)?纳税|[和及、](?:依法)?税务登记)?"
          + "(?:(?:、|并|和|及|且|，)*(?:依法|照章)?(?:纳税|缴税|税务登记|纳入统计|统计|入统|纳统))*";
  private static final Pattern TAX = Pattern.compile("税");

  /** 「在本市注册、纳税」 names where; 「依法纳税」 says how. */
  private static final Pattern PLAIN_TAX = Pattern.compile("(?<!依法)(?<!照章)(?:纳税|缴税)");

  private static final Pattern STATISTICS = Pattern.compile("统计|纳统|入统");
  private static final Pattern REGISTRATION = Pattern.compile("注册|登记|设立|成立|工商|住所");
  private static final Pattern OTHER_PARTY =
      Pattern.compile("母公司|子公司|分公司|投资方|为[^，。]{0,40}提供|服务于|销往|采购|项目(?:实施|建设)?地");

  private final PlaceWords places;
  private final Pattern inPlace;
  private final Pattern seatIs;
  private final Pattern ofPlace;
  private final Pattern inside;
  private final ProjectPlaces projects;

  PlaceDetector(PlaceWords places) {
    this.places = places;
    this.projects = new ProjectPlaces(places);
    String place = "(" + places.alternatives() + ")";
    String more = "((?:(?:[、或和及]|或者|以及)" + places.alternatives() + ")*)";
    this.inPlace = Pattern.compile("(?:在|于|由)?" + place + more + AREA + REGISTERED);
    this.seatIs =
        Pattern.compile(
            "((?:(?:工商|税务|统计|纳税|商事)?(?:注册登记地?|注册地?址?|登记地|住所地?|经营地址?|实际经营地|征管|征收|征收管理|税收|解缴|纳税|户管|统计|关系|隶属|所在地|地点|和|及|与|、|或|均|地|税务|登记|、|主管|财税|缴纳|主要|(?:主要)?(?:生产|办公|研发)?经营(?:地|场所)|(?:主要)?(?:办公|生产)(?:地|场所)|项目(?:建设|实施|落户)?|建设地|实施地))+)"
                + "(?:均|须|应|需|都|不|未)*(?:隶属于?|在|位于|属于|为|于|设在|落在)"
                + place
                + more
                + AREA);
    this.inside = Pattern.compile("在?" + place + "(?:行政区域|行政区划|辖区|辖境|境|范围|区域)以?内(?!外)");
    this.ofPlace =
        Pattern.compile(
            place
                + "(?:行政区域|行政辖区|辖区|范围|区域|地区)?(?:以?内)?的?(?:依法(?:成立|设立)的|具备[^，。；]{0,12}的|符合条件的)?"
                + "(?:[\\u4e00-\\u9fa5、\\d]{0,30}?)?(?:企业|公司|独立法人|法人|单位|市场主体|经营主体|机构|纳税人|个体工商户|在校|合作社|院所|高校)");
  }

  List<FoundLeaf> detect(ItemText source, TextSpan piece) {
    List<FoundLeaf> found = new ArrayList<>();
    if (places.isEmpty()) {
      return found;
    }
    Optional<FoundLeaf> project = projects.detect(source, piece);
    if (project.isPresent()) {
      return new ArrayList<>(List.of(project.get()));
    }
    String text = source.covered();
    Matcher seat = seatIs.matcher(text).region(piece.start(), piece.end());
    while (seat.find()) {
      TextSpan span = new TextSpan(seat.start(), seat.end());
      if (isForOthers(source, piece, span)) {
        continue;
      }
      for (String field : fields(seat.group(1))) {
        found.add(leaf(source, span, field, codes(seat.group(2), seat.group(3))));
      }
    }
    Matcher in = inPlace.matcher(text).region(piece.start(), piece.end());
    while (in.find()) {
      TextSpan span = new TextSpan(in.start(), in.end());
      if (free(found, span)
          && !isForOthers(source, piece, span)
          && !OTHER_PARTY.matcher(around(source, piece, span)).find()) {
        String words = in.group();
        boolean counted = STATISTICS.matcher(words).find();
        if (TAX.matcher(words).find()
            && (counted || words.contains("税务登记") || PLAIN_TAX.matcher(words).find())) {
          found.add(leaf(source, span, "tax_region", codes(in.group(1), in.group(2))));
        }
        found.add(leaf(source, span, "region", codes(in.group(1), in.group(2))));
        if (counted) {
          found.add(leaf(source, span, "stat_region", codes(in.group(1), in.group(2))));
        }
        excluded(source, in.group(3), in.start(3)).ifPresent(found::add);
      }
    }
    return found;
  }

  private Matcher within(ItemText source, TextSpan piece) {
    return inside.matcher(source.covered()).region(piece.start(), piece.end());
  }

  /** 「（不含深圳）」 behind a place. */
  private Optional<FoundLeaf> excluded(ItemText source, String words, int start) {
    if (words == null) {
      return Optional.empty();
    }
    Map<String, Boolean> codes = new LinkedHashMap<>();
    Matcher names = Pattern.compile(places.alternatives()).matcher(words);
    while (names.find()) {
      codes.put(places.code(names.group()), true);
    }
    if (codes.isEmpty()) {
      return Optional.empty();
    }
    TextSpan span = new TextSpan(start + 1, start + words.length() - 1);
    return Optional.of(
        LeafBuilder.data(
            source,
            span,
            "region",
            Operator.NOT_IN_REGION,
            codes.keySet().stream().map(FactValue::of).toList(),
            null,
            null));
  }

  /** 「我市工业企业」, 「在本市境内种植」: the place is told by the way. For sentences without any other place. */
  List<FoundLeaf> detectAttribute(ItemText source, TextSpan piece) {
    List<FoundLeaf> found = new ArrayList<>();
    if (places.isEmpty()) {
      return found;
    }
    Matcher within = within(source, piece);
    if (within.find() && !isForOthers(source, piece, new TextSpan(within.start(), within.end()))) {
      TextSpan span = new TextSpan(within.start(), within.end());
      found.add(leaf(source, span, "region", codes(within.group(1), null)));
      return found;
    }
    Matcher of = ofPlace.matcher(source.covered()).region(piece.start(), piece.end());
    if (of.find()) {
      String words = of.group();
      boolean average = Averages.follows(source.covered(), of.end());
      boolean organ = average || words.matches(".*(?:主管|管理|行政|监管|服务)(?:部门|机构|单位)");
      TextSpan head = new TextSpan(Math.max(piece.start(), of.start() - 8), of.start());
      if (!organ
          && !source
              .covered(head)
              .matches(".*(?:经|由|向|(?<!申)报|对(?!象)|符合|根据|按照|获|取得|(?<![应须需系])为)[^，。；]{0,6}")) {
        TextSpan span = new TextSpan(of.start(1), of.end(1));
        found.add(leaf(source, span, "region", codes(of.group(1), "")));
      }
    }
    return found;
  }

  /** 「为注册在本市的企业提供服务」 names the customers' place. */
  private static boolean isForOthers(ItemText source, TextSpan piece, TextSpan span) {
    String before = source.covered().substring(piece.start(), span.start());
    String behind = source.covered().substring(span.end(), piece.end());
    return before.matches(".*(?<![应须需系])为") && behind.matches(".*(?:提供|服务).*");
  }

  private static String around(ItemText source, TextSpan piece, TextSpan span) {
    return source.covered().substring(piece.start(), span.start());
  }

  private static boolean free(List<FoundLeaf> found, TextSpan span) {
    return found.stream().noneMatch(leaf -> leaf.span().overlaps(span));
  }

  private static Set<String> fields(String words) {
    Set<String> fields = new LinkedHashSet<>();
    if (REGISTRATION.matcher(words.replace("税务登记", "税务")).find()) {
      fields.add("region");
    }
    if (TAX.matcher(words).find()) {
      fields.add("tax_region");
    }
    if (STATISTICS.matcher(words).find()) {
      fields.add("stat_region");
    }
    if (fields.isEmpty() && words.matches(".*(?:经营|项目|实施|建设).*")) {
      fields.add("region");
    }
    return fields;
  }

  private Map<String, Boolean> codes(String first, String more) {
    Map<String, Boolean> codes = new LinkedHashMap<>();
    codes.put(places.code(first), true);
    if (more != null && !more.isEmpty()) {
      Matcher names = Pattern.compile(places.alternatives()).matcher(more);
      while (names.find()) {
        codes.put(places.code(names.group()), true);
      }
    }
    return codes;
  }

  private FoundLeaf leaf(ItemText source, TextSpan span, String field, Map<String, Boolean> codes) {
    boolean zone = codes.keySet().stream().noneMatch(code -> code.matches("\\d{6}"));
    List<FactValue> values = codes.keySet().stream().map(FactValue::of).toList();
    return LeafBuilder.data(
        source,
        span,
        zone && "region".equals(field) ? "zone" : field,
        Operator.IN_REGION,
        values,
        null,
        null);
  }

  /** Places of an area that is preferred: 门头沟区、房山区、昌平区. */
  List<FoundLeaf> detectNamed(ItemText source, TextSpan span) {
    if (places.isEmpty()) {
      return List.of();
    }
    Map<String, Boolean> codes = new LinkedHashMap<>();
    Matcher names =
        Pattern.compile(places.alternatives())
            .matcher(source.covered())
            .region(span.start(), span.end());
    while (names.find()) {
      codes.put(places.code(names.group()), true);
    }
    return codes.isEmpty() ? List.of() : List.of(leaf(source, span, "region", codes));
  }
}
