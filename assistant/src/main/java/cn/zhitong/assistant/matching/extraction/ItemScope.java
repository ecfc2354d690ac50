package cn.zhitong.assistant.matching.extraction;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The part of a text that one item stands in, with the stretches of each role.
 *
 * @param conditions what its conditions are read from, the shared parts first
 */
record ItemScope(
    String title,
    String clause,
    TextSpan span,
    List<OutlineNode.Block> conditions,
    Map<SectionRole, List<TextSpan>> parts) {
  private static final int LONGEST_HEADING = 30;
  private static final Pattern SUPPORT =
      Pattern.compile("^(?:支持|鼓励|实施|吸引|提供|开展|申请|申报|对)[^。；]{2,40}(?:条件|。|：|$)");

  private static final Pattern SENTENCE =
      Pattern.compile("，|[应须需]|不得|不予|能够|具有|符合|未|的$|不(?:低于|超过|少于)|以上|以下");

  /** Stretches that no role claims and those of the conditions. */
  List<TextSpan> texts() {
    List<TextSpan> texts = new ArrayList<>();
    conditions.forEach(block -> collect(block, texts));
    return texts;
  }

  private static void collect(OutlineNode.Block block, List<TextSpan> into) {
    if (block.text() != null) {
      into.add(block.text());
    } else {
      block.node().blocks().forEach(one -> collect(one, into));
    }
  }

  static List<ItemScope> of(SourceText source, OutlineNode outline, String title) {
    List<OutlineNode> sisters = sisters(source, outline);
    if (!sisters.isEmpty()) {
      return sisterItems(source, outline, sisters, title);
    }
    Map<SectionRole, List<TextSpan>> parts = new EnumMap<>(SectionRole.class);
    List<OutlineNode.Block> claimed = new ArrayList<>();
    List<OutlineNode.Block> free = new ArrayList<>();
    sort(source, outline.blocks(), parts, claimed, free);
    List<OutlineNode.Block> conditions = claimed.isEmpty() ? free : claimed;
    return List.of(new ItemScope(title, null, source.whole(), conditions, parts));
  }

  /** Parts side by side that each grant something of their own. */
  private static List<OutlineNode> sisters(SourceText source, OutlineNode outline) {
    List<OutlineNode> granting = new ArrayList<>();
    for (OutlineNode node : outline.children()) {
      SectionRole role = SectionRole.of(heading(source, node));
      TextSpan span = new TextSpan(node.start(), node.end());
      boolean grants = Remarks.isGrant(source.covered(span)) && role == SectionRole.NONE;
      boolean supports =
          SUPPORT.matcher(firstWords(source, node)).find() && !node.children().isEmpty();
      if (grants && !isAboutMoneyOnly(source.covered(span)) || supports) {
        granting.add(node);
      }
    }
    return granting.size() > 1 ? granting : List.of();
  }

  private static boolean isAboutMoneyOnly(String words) {
    return words.length() < 16;
  }

  private static List<ItemScope> sisterItems(
      SourceText source, OutlineNode outline, List<OutlineNode> sisters, String title) {
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
      List<OutlineNode.Block> conditions = new ArrayList<>(claimed.isEmpty() ? free : claimed);
      conditions.addAll(sister.blocks());
      Map<SectionRole, List<TextSpan>> parts = new EnumMap<>(shared);
      TextSpan span = new TextSpan(sister.start(), sister.end());
      parts.put(SectionRole.AMOUNT, List.of(span));
      String heading = heading(source, sister);
      String own = heading.isEmpty() ? firstWords(source, sister) : heading;
      items.add(new ItemScope(own, clause(source, sister), span, conditions, parts));
    }
    return items;
  }

  private static String clause(SourceText source, OutlineNode node) {
    TextSpan first = node.firstText();
    return source
        .words(new TextSpan(node.start(), Math.max(node.start(), first.start())))
        .replaceAll("[、．.：:]$", "")
        .replace('（', '(')
        .replace('）', ')');
  }

  private static void sort(
      SourceText source,
      List<OutlineNode.Block> blocks,
      Map<SectionRole, List<TextSpan>> parts,
      List<OutlineNode.Block> claimed,
      List<OutlineNode.Block> free) {
    for (OutlineNode.Block block : blocks) {
      if (block.node() == null) {
        free.add(block);
        continue;
      }
      SectionRole role = SectionRole.of(heading(source, block.node()));
      TextSpan span = new TextSpan(block.node().start(), block.node().end());
      if (role == SectionRole.NONE) {
        free.add(block);
        continue;
      }
      parts.computeIfAbsent(role, one -> new ArrayList<>()).add(span);
      if (role == SectionRole.CONDITIONS) {
        claimed.add(block);
      }
    }
  }

  /** The words of a heading; empty where the part begins with a sentence. */
  private static String heading(SourceText source, OutlineNode node) {
    String words = firstWords(source, node);
    boolean sentence = SENTENCE.matcher(words).find() || words.length() > LONGEST_HEADING;
    boolean alone = !node.children().isEmpty() || source.covered(node.firstText()).length() > words.length() + 2
        || words.length() <= 8;
    return sentence || !alone ? "" : words;
  }

  private static String firstWords(SourceText source, OutlineNode node) {
    String text = source.covered(node.firstText());
    int end = 0;
    while (end < text.length() && "。；\n：:".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return text.substring(0, end);
  }
}
