package cn.zhitong.assistant.matching.extraction;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The part of a text that one item stands in, with the stretches of each role.
 *
 * @param shared parts beside it that bind all items of the text
 * @param conditions what its own conditions are read from
 */
record ItemScope(
    String title,
    String clause,
    TextSpan span,
    List<OutlineNode.Block> shared,
    List<OutlineNode.Block> conditions,
    Map<SectionRole, List<TextSpan>> parts) {
  private static final int LONGEST_HEADING = 30;
  private static final Pattern SUPPORT =
      Pattern.compile("^(?:支持|鼓励|实施|吸引|提供|开展)[^。；，]{4,30}(?:条件|。|：|$)");

  /** 「创业团队在领取时，须满足以下条件」 beside the same for another kind of applicant. */
  private static final Pattern APPLICANTS =
      Pattern.compile(
          "^(?:[^。；]{2,40}(?:单位|企业|机构|团队|主体|个人)[^。；]{0,10}(?:申请|申报|领取)[^。；]{0,12}|申[请报][^。；]{2,24})"
              + "(?:应当?|须|需)[^。；]{0,6}(?:以下|下列)[^。；]{0,6}条件");

  /** The firm and its project are two sides of one item. */
  private static final Pattern ANY_APPLICANT =
      Pattern.compile(
          "^(?:申[请报])?(?:的)?(?:本)?(?:企业|单位|项目|主体|产品|机构|申请人|申报人|法人|资金)?(?:申报|申请)?(?:应当?|须|需)");

  /** What all kinds have to meet: 申报试点、示范单位应符合以下基本条件. */
  private static final Pattern BASE =
      Pattern.compile("(?:基本|通用|共同)条件|^申[请报][^。；应须需]{1,12}[、和及或][^。；]{1,12}(?:应|须|需)");

  private static final Pattern LIKE_APPLICANTS =
      Pattern.compile("(?:应当?|须|需)[^。；]{0,10}(?:满足|符合|具备)(?:以下|下列)[^。；]{0,6}条件");

  /** Headings that name a role and no measure of their own: 申报条件, 支持方式. */
  private static final Pattern PURE_ROLE =
      Pattern.compile(
          "(?:申报|申请|支持|资助|认定|奖励|补助|受理|提交|的|基本|项目|单位|企业|主体|本次|相关)*"
              + "(?:条件|对象|材料|资料|要求|程序|流程|方式|标准|时间|时限|期限|组织|办法|范围|内容|额度|及|和|与|、|审核|审批|重点|方向|领域|说明|资格|须知|事项)+.{0,6}");

  private static final Pattern SENTENCE =
      Pattern.compile(
          "^(?:还|另|并)?(?:应当?|须|需)?(?:同时)?(?:满足|具备|达到|至少)(?:以下|下列|如下|上述|其中)|^(?:有|无|不|已|能|从事|拥有|具备|取得|建立|建有|持有|依法|通过|近[一二三\\d]|上年|在|与|经)|，|[应须需]|不得|不予|能够|具有|符合|未|的$|不(?:低于|超过|少于)|以上|以下");

  /** Stretches that no role claims and those of the conditions. */
  List<TextSpan> texts() {
    List<TextSpan> texts = new ArrayList<>();
    conditions.forEach(block -> collect(block, texts));
    shared.forEach(block -> collect(block, texts));
    return texts;
  }

  private static void collect(OutlineNode.Block block, List<TextSpan> into) {
    if (block.text() != null) {
      into.add(block.text());
    } else {
      block.node().blocks().forEach(one -> collect(one, into));
    }
  }

  static List<ItemScope> of(ItemText source, OutlineNode outline, String title) {
    List<OutlineNode> sisters = sisters(source, outline);
    if (!sisters.isEmpty()) {
      return sisterItems(source, outline, sisters, title);
    }
    Map<SectionRole, List<TextSpan>> parts = new EnumMap<>(SectionRole.class);
    List<OutlineNode.Block> claimed = new ArrayList<>();
    List<OutlineNode.Block> free = new ArrayList<>();
    sort(source, outline.blocks(), parts, claimed, free);
    (claimed.isEmpty() ? free : claimed).addAll(GrantTiers.of(source, outline.blocks()));
    return List.of(
        new ItemScope(
            title, null, source.whole(), List.of(), conditions(source, claimed, free), parts));
  }

  /** The parts with conditions, and what the text before them says of the applicants. */
  private static List<OutlineNode.Block> conditions(
      ItemText source, List<OutlineNode.Block> claimed, List<OutlineNode.Block> free) {
    if (claimed.isEmpty()) {
      return free;
    }
    List<OutlineNode.Block> all = new ArrayList<>();
    for (OutlineNode.Block block : free) {
      if (block.text() != null) {
        ApplicantSentences.of(source, block.text())
            .forEach(span -> all.add(new OutlineNode.Block(span, null)));
      }
    }
    all.addAll(claimed);
    return all;
  }

  /** Parts side by side that each grant something of their own. */
  private static List<OutlineNode> sisters(ItemText source, OutlineNode outline) {
    List<OutlineNode> granting = new ArrayList<>();
    for (OutlineNode node : outline.children()) {
      if (node.style() == OutlineMarker.ARTICLE) {
        return List.of();
      }
      SectionRole role = SectionRole.of(heading(source, node));
      TextSpan span = new TextSpan(node.start(), node.end());
      boolean grants = Remarks.isGrant(source.covered(span)) && role == SectionRole.NONE;
      boolean supports =
          SUPPORT.matcher(firstWords(source, node)).find()
              && !node.children().isEmpty()
              && !PURE_ROLE.matcher(firstWords(source, node)).matches();
      boolean applicants =
          APPLICANTS.matcher(firstWords(source, node)).find()
              && !ANY_APPLICANT.matcher(firstWords(source, node)).find()
              && !BASE.matcher(firstWords(source, node)).find()
              && !node.children().isEmpty();
      if (grants && !isAboutMoneyOnly(source.covered(span)) || supports || applicants) {
        granting.add(node);
      }
    }
    if (granting.size() < 2) {
      return List.of();
    }
    return outline.children().stream()
        .filter(node -> granting.contains(node) || isLikeSisters(source, node))
        .toList();
  }

  /** A measure without points of its own, or the conditions of one more kind of applicant. */
  private static boolean isLikeSisters(ItemText source, OutlineNode node) {
    String words = firstWords(source, node);
    boolean measure = SUPPORT.matcher(words).find() && !PURE_ROLE.matcher(words).matches();
    boolean kind =
        LIKE_APPLICANTS.matcher(words).find()
            && !ANY_APPLICANT.matcher(words).find()
            && !BASE.matcher(words).find()
            && !node.children().isEmpty();
    return (measure || kind) && SectionRole.of(heading(source, node)) == SectionRole.NONE;
  }

  private static boolean isAboutMoneyOnly(String words) {
    return words.length() < 16;
  }

  private static List<ItemScope> sisterItems(
      ItemText source, OutlineNode outline, List<OutlineNode> sisters, String title) {
    Map<SectionRole, List<TextSpan>> shared = new EnumMap<>(SectionRole.class);
    List<OutlineNode.Block> claimed = new ArrayList<>();
    List<OutlineNode.Block> free = new ArrayList<>();
    List<OutlineNode.Block> others =
        outline.blocks().stream()
            .filter(block -> block.node() == null || !sisters.contains(block.node()))
            .toList();
    sort(source, others, shared, claimed, free);
    List<ItemScope> items = new ArrayList<>();
    for (OutlineNode sister : sisters) {
      Map<SectionRole, List<TextSpan>> parts = new EnumMap<>(shared);
      TextSpan span = new TextSpan(sister.start(), sister.end());
      parts.put(SectionRole.AMOUNT, List.of(span));
      String heading = heading(source, sister);
      String own = heading.isEmpty() ? firstWords(source, sister) : heading;
      items.add(
          new ItemScope(
              titled(title, own),
              clause(source, sister),
              span,
              conditions(source, claimed, free),
              withoutHeading(source, sister),
              parts));
    }
    return items;
  }

  /** What a measure says, its name left out. */
  private static List<OutlineNode.Block> withoutHeading(ItemText source, OutlineNode node) {
    String heading = heading(source, node);
    if (heading.isEmpty() || node.firstText().isEmpty()) {
      return node.blocks();
    }
    TextSpan first = node.firstText();
    List<OutlineNode.Block> blocks = new ArrayList<>(node.blocks());
    TextSpan rest = new TextSpan(first.start() + heading.length(), first.end());
    blocks.set(0, new OutlineNode.Block(rest, null));
    return blocks;
  }

  private static String titled(String title, String part) {
    String plain = part.replaceFirst("[，]?(?:应当?|须|需)[^。；]{0,8}(?:以下|下列).*$", "");
    return title == null || title.isBlank() ? plain : title + "：" + plain;
  }

  private static String clause(ItemText source, OutlineNode node) {
    TextSpan first = node.firstText();
    return source
        .words(new TextSpan(node.start(), Math.max(node.start(), first.start())))
        .replaceAll("[、．.：:]$", "")
        .replace('（', '(')
        .replace('）', ')');
  }

  private static void sort(
      ItemText source,
      List<OutlineNode.Block> blocks,
      Map<SectionRole, List<TextSpan>> parts,
      List<OutlineNode.Block> claimed,
      List<OutlineNode.Block> free) {
    boolean headed =
        blocks.stream()
            .anyMatch(
                block ->
                    block.node() != null
                        && SectionRole.of(heading(source, block.node())) == SectionRole.CONDITIONS);
    for (OutlineNode.Block block : blocks) {
      if (block.node() == null || !headed && refuses(source, block.node())) {
        free.add(block);
        continue;
      }
      SectionRole role = role(source, block.node(), headed);
      TextSpan span = new TextSpan(block.node().start(), block.node().end());
      if (role == SectionRole.NONE) {
        free.add(new OutlineNode.Block(null, RunInHeading.without(source, block.node())));
        continue;
      }
      parts.computeIfAbsent(role, one -> new ArrayList<>()).add(span);
      if (role == SectionRole.CONDITIONS) {
        claimed.add(new OutlineNode.Block(null, conditionsOnly(source, block.node())));
      }
    }
  }

  /** A list of what is refused belongs to the conditions, whatever its heading sounds like. */
  private static SectionRole role(ItemText source, OutlineNode node, boolean headed) {
    if (refuses(source, node)) {
      return SectionRole.CONDITIONS;
    }
    SectionRole role = SectionRole.of(heading(source, node));
    boolean asks =
        SectionRole.asks(firstWords(source, node))
            || !RunInHeading.ofConditions(source.covered(node.firstText())).isEmpty();
    return role == SectionRole.NONE && headed && asks ? SectionRole.CONDITIONS : role;
  }

  private static boolean refuses(ItemText source, OutlineNode node) {
    return !node.children().isEmpty()
        && ListLead.of(firstWords(source, node)).kind() == ListLead.Kind.NONE;
  }

  /** A part without the parts below it that are about something else. */
  private static OutlineNode conditionsOnly(ItemText source, OutlineNode node) {
    OutlineNode kept = new OutlineNode(node.style(), node.number(), node.start());
    for (OutlineNode.Block block : RunInHeading.without(source, node).blocks()) {
      if (block.text() != null) {
        kept.add(block.text());
        continue;
      }
      SectionRole role = SectionRole.of(heading(source, block.node()));
      if (role == SectionRole.NONE || role == SectionRole.CONDITIONS) {
        kept.add(conditionsOnly(source, block.node()));
      }
    }
    return kept;
  }

  static SectionRole role(ItemText source, OutlineNode node) {
    return SectionRole.of(heading(source, node));
  }

  /** The words of a heading; empty where the part begins with a sentence. */
  private static String heading(ItemText source, OutlineNode node) {
    String words = firstWords(source, node);
    String runIn = RunInHeading.ofOther(source.covered(node.firstText()));
    if (!runIn.isEmpty()) {
      return runIn;
    }
    boolean sentence = SENTENCE.matcher(words).find() || words.length() > LONGEST_HEADING;
    boolean alone =
        !node.children().isEmpty()
            || source.covered(node.firstText()).length() > words.length() + 2
            || words.length() <= 8;
    return sentence || !alone ? "" : words;
  }

  private static String firstWords(ItemText source, OutlineNode node) {
    String text = source.covered(node.firstText());
    int end = 0;
    while (end < text.length() && "。；\n：:".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return text.substring(0, end);
  }
}
