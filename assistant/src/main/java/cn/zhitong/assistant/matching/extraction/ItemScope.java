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
 * @param asked whether all of it stands in a part on conditions
 */
record ItemScope(
    String title,
    String clause,
    TextSpan span,
    List<OutlineNode.Block> shared,
    List<OutlineNode.Block> conditions,
    Map<SectionRole, List<TextSpan>> parts,
    boolean asked) {
  private static final int LONGEST_HEADING = 30;
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
    List<OutlineNode> sisters = SisterParts.of(source, outline);
    if (!sisters.isEmpty()) {
      return sisterItems(source, without(outline.blocks(), sisters), sisters, title, false);
    }
    OutlineNode asking = SisterParts.asking(source, outline);
    if (asking != null) {
      return sisterItems(
          source, without(outline.blocks(), List.of(asking)), asking.children(), title, true);
    }
    Map<SectionRole, List<TextSpan>> parts = new EnumMap<>(SectionRole.class);
    List<OutlineNode.Block> claimed = new ArrayList<>();
    List<OutlineNode.Block> free = new ArrayList<>();
    sort(source, outline.blocks(), parts, claimed, free);
    (claimed.isEmpty() ? free : claimed).addAll(GrantTiers.of(source, outline.blocks()));
    return List.of(
        new ItemScope(
            title,
            null,
            source.whole(),
            List.of(),
            conditions(source, claimed, free),
            parts,
            false));
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

  private static List<OutlineNode.Block> without(
      List<OutlineNode.Block> blocks, List<OutlineNode> parts) {
    return blocks.stream()
        .filter(block -> block.node() == null || !parts.contains(block.node()))
        .toList();
  }

  private static List<ItemScope> sisterItems(
      ItemText source,
      List<OutlineNode.Block> others,
      List<OutlineNode> sisters,
      String title,
      boolean asked) {
    Map<SectionRole, List<TextSpan>> shared = new EnumMap<>(SectionRole.class);
    List<OutlineNode.Block> claimed = new ArrayList<>();
    List<OutlineNode.Block> free = new ArrayList<>();
    sort(source, others, shared, claimed, free);
    List<ItemScope> items = new ArrayList<>();
    for (OutlineNode sister : sisters) {
      Map<SectionRole, List<TextSpan>> parts = new EnumMap<>(shared);
      TextSpan span = new TextSpan(sister.start(), sister.end());
      List<OutlineNode.Block> conditions = new ArrayList<>(withoutHeading(source, sister));
      OutlineNode paid =
          asked ? GrantTiers.point(source, others, firstWords(source, sister)) : null;
      if (paid != null) {
        parts.put(SectionRole.AMOUNT, List.of(new TextSpan(paid.start(), paid.end())));
        conditions.addAll(GrantTiers.of(source, paid));
      } else if (!asked || !shared.containsKey(SectionRole.AMOUNT)) {
        parts.put(SectionRole.AMOUNT, List.of(span));
      }
      String heading = heading(source, sister);
      String own = heading.isEmpty() ? firstWords(source, sister) : heading;
      items.add(
          new ItemScope(
              titled(title, own),
              clause(source, sister),
              span,
              conditions(source, claimed, free),
              conditions,
              parts,
              asked));
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
    boolean listed = false;
    for (OutlineNode.Block block : blocks) {
      if (block.text() != null) {
        listed = headed && leadsIn(source, block.text());
        (listed ? claimed : free).add(block);
        continue;
      }
      if (listed && isPoint(source, block.node())) {
        claimed.add(block);
        continue;
      }
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

  /** 「应符合以下标准：」 before points: each of them is asked, though one begins with 主体资格. */
  private static boolean leadsIn(ItemText source, TextSpan text) {
    String words = source.covered(text);
    int from = Math.max(words.lastIndexOf('。'), words.lastIndexOf('\n')) + 1;
    return ListLead.asks(words.substring(from));
  }

  private static boolean isPoint(ItemText source, OutlineNode node) {
    SectionRole role = SectionRole.of(heading(source, node));
    return role == SectionRole.CONDITIONS || role == SectionRole.NONE;
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
  static String heading(ItemText source, OutlineNode node) {
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

  static String firstWords(ItemText source, OutlineNode node) {
    String text = source.covered(node.firstText());
    int end = 0;
    while (end < text.length() && "。；\n：:".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return text.substring(0, end);
  }
}
