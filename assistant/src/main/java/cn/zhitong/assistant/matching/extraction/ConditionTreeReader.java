package cn.zhitong.assistant.matching.extraction;

import cn.zhitong.assistant.matching.condition.Condition;
import cn.zhitong.assistant.matching.condition.ConditionGroup;
import cn.zhitong.assistant.matching.condition.ReferencePeriod;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Builds the tree of a part of the outline: sentences in order, lists under the lead-in above them,
 * tiers side by side.
 */
final class ConditionTreeReader {
  private static final Pattern TOPIC =
      Pattern.compile(
          "(?![^。]{0,20}(?:守法|诚信|良好|健全|依法|齐全|完善|完备|稳定|合理|先进|注册|资格|合规|符合|[未无不有具满为应须]|取得|拥有|获得|通过|完成|达到|属于))"
              + "[\\u4e00-\\u9fa5、]{2,14}。(?=[^。]{4})");

  private static final Pattern APPLICANTS = Pattern.compile("(?:对象|主体|范围)(?:为|包括|是)?[：:]?$");

  private static final Pattern RANGE =
      Pattern.compile("(?:支持|申报|重点|扶持|奖励)?(?:的)?(?:范围|领域|方向|行业|产业)(?:为|包括|是)?[：:]?$");

  private static final Pattern NAME = Pattern.compile("[^，。；：\\d]{2,16}[。；]?");

  private static final Pattern SUFFICES =
      Pattern.compile("可以?(?:直接|申[请报])(?:认定|评定|申[请报]|纳入)?为?[^，。；]{0,12}[。；]?$");

  private static final Pattern MEASURE =
      Pattern.compile("(?:支持|鼓励|推动|加强|开展|打造|培育|引导|促进|提升)[^，。；：\\d]{2,28}[。：]?");

  /** 「建筑面积：」 says what the figures behind it are of. */
  private static final Pattern FIGURE =
      Pattern.compile(
          "[^，。；：]{0,10}(?:面积|规模|投资|费用|金额|数量|比例|人数|年限|额|库容|容量|产值|年龄|床位数?|原值|期限|[存出]栏量?|产量)[：:]");

  private final ItemText source;
  private final SentenceReader sentences;
  private final ListGroups groups;
  private final PointWaivers waivers;
  private final PointKinds kinds;

  ConditionTreeReader(ItemText source, PlaceDetector places) {
    this.source = source;
    this.sentences = new SentenceReader(source, places);
    this.groups = new ListGroups(source);
    this.waivers = new PointWaivers(source, sentences.waivers());
    this.kinds = new PointKinds(source);
  }

  /** All that the stretches and parts ask; null where it is nothing. */
  Condition read(List<OutlineNode.Block> given, ReadingContext context) {
    List<OutlineNode.Block> blocks = withoutMeasure(given);
    List<AskedSentence> read = new ArrayList<>();
    ListLead pending = ListLead.NO_LIST;
    TextSpan lead = null;
    boolean ofApplicants = false;
    boolean asking = context.asked();
    ReadingContext below = context;
    List<AskedSentence> list = new ArrayList<>();
    List<Integer> numbers = new ArrayList<>();
    boolean areKinds = kinds.areKinds(blocks);
    for (OutlineNode.Block block : blocks) {
      if (block.node() != null) {
        list.add(point(block.node(), below, asking || pending.isChoice(), areKinds));
        numbers.add(block.node().number());
        continue;
      }
      list = waivers.ease(list, numbers, block.text().end(), context);
      numbers.clear();
      List<StatementSplitter.Statement> statements = StatementSplitter.split(source, block.text());
      ListLead behind = list.isEmpty() ? ListLead.NO_LIST : behind(statements);
      if (behind.kind() != ListLead.Kind.NO_LIST) {
        statements = statements.subList(1, statements.size());
        pending = behind;
      }
      close(ofApplicants && areApplicants(list) ? ListLead.ANY : pending, lead, list, read);
      statements.forEach(statement -> read.add(statement(statement, context)));
      TextSpan last = lastSentence(statements);
      lead = last;
      pending = last == null ? ListLead.NO_LIST : lead(last);
      ofApplicants = last != null && APPLICANTS.matcher(source.covered(last)).find();
      asking = last != null && isAskedOfAll(last, pending);
      below = below(context, last, pending);
      below = asking ? below.inAskedList() : below;
    }
    list = waivers.ease(list, numbers, list.isEmpty() ? 0 : last(list).span().end(), context);
    close(ofApplicants && areApplicants(list) ? ListLead.ANY : pending, lead, list, read);
    Condition all = Tiers.join(KindChoice.of(read, context.title()));
    return all == null ? null : ProduceScales.of(all);
  }

  private ListLead behind(List<StatementSplitter.Statement> statements) {
    if (statements.isEmpty() || statements.get(0).lead() != null) {
      return ListLead.NO_LIST;
    }
    return ListLead.behind(source.covered(statements.get(0).sentences().get(0)));
  }

  /** 「分类标准（符合其一即可）：」 says in brackets how many will do. */
  private ListLead lead(TextSpan words) {
    ListLead covered = ListLead.of(source.covered(words));
    ListLead open = ListLead.of(source.words(words));
    boolean bracketed = !covered.isChoice() && covered.kind() != ListLead.Kind.NONE;
    return bracketed && open.isChoice() ? open : covered;
  }

  private static TextSpan lastSentence(List<StatementSplitter.Statement> statements) {
    if (statements.isEmpty()) {
      return null;
    }
    StatementSplitter.Statement last = statements.get(statements.size() - 1);
    return last.lead() == null ? last.sentences().get(last.sentences().size() - 1) : null;
  }

  private ReadingContext below(ReadingContext context, TextSpan lead, ListLead kind) {
    if (lead == null) {
      return context;
    }
    String words = source.covered(lead);
    // 「前三年按实缴租金的50%给予补贴」 says how long is paid.
    ReferencePeriod period =
        Remarks.isGrant(words) ? null : PeriodWords.ofAmount(words).orElse(null);
    boolean subject =
        words.contains("占")
            || words.contains("收入")
            || words.contains("投入")
            || FIGURE.matcher(words).matches();
    return context.below(
        subject ? words.replaceAll("[：:]$", "") : null, period, kind.kind() == ListLead.Kind.NONE);
  }

  /**
   * @param asked whether the lead-in says that the points are conditions
   * @param ofKinds whether the words before its first comma name a kind, as in the points beside it
   */
  private AskedSentence point(
      OutlineNode node, ReadingContext context, boolean asked, boolean ofKinds) {
    Optional<ApplicantKind> label =
        context.negative() ? Optional.empty() : kinds.label(node, ofKinds);
    if (label.isPresent()) {
      return ofKind(node, label.get(), context);
    }
    List<OutlineNode.Block> blocks = withoutTopic(node.blocks());
    if (blocks.size() == 1 && blocks.get(0).text() != null) {
      List<StatementSplitter.Statement> statements =
          StatementSplitter.split(source, blocks.get(0).text());
      if (statements.size() == 1
          && statements.get(0).lead() == null
          && statements.get(0).sentences().size() == 1) {
        return whole(statements.get(0).sentences().get(0), context, asked);
      }
    }
    TextSpan span = new TextSpan(node.start(), node.end());
    return new AskedSentence(span, null, read(blocks, context), null);
  }

  /** 「（一）工业企业：…」: a point about one kind of applicant. */
  private AskedSentence ofKind(OutlineNode node, ApplicantKind kind, ReadingContext context) {
    TextSpan first = node.blocks().get(0).text();
    List<OutlineNode.Block> rest = new ArrayList<>(node.blocks());
    rest.set(0, new OutlineNode.Block(new TextSpan(kind.span().end(), first.end()), null));
    Condition own = read(rest, context);
    AskedSentence.Kind of = new AskedSentence.Kind(kind, kind.leaf(source), own);
    return new AskedSentence(new TextSpan(node.start(), node.end()), null, own, of);
  }

  /** 「支持服务机构发展」 above points is the name of what they are for. */
  private List<OutlineNode.Block> withoutMeasure(List<OutlineNode.Block> blocks) {
    boolean heads =
        blocks.size() > 1
            && blocks.get(0).text() != null
            && blocks.get(1).node() != null
            && MEASURE.matcher(source.covered(blocks.get(0).text()).strip()).matches();
    return heads ? blocks.subList(1, blocks.size()) : blocks;
  }

  /** 「企业带动能力。带动农户500户以上」: the words before the first stop are a heading. */
  private List<OutlineNode.Block> withoutTopic(List<OutlineNode.Block> blocks) {
    if (blocks.isEmpty() || blocks.get(0).text() == null) {
      return blocks;
    }
    TextSpan first = blocks.get(0).text();
    Matcher topic = TOPIC.matcher(source.covered(first));
    if (!topic.lookingAt()) {
      return blocks;
    }
    List<OutlineNode.Block> rest = new ArrayList<>(blocks);
    TextSpan body = new TextSpan(first.start() + topic.end(), first.end());
    rest.set(0, new OutlineNode.Block(body, null));
    return rest;
  }

  /** A point of a list of conditions counts, also where no pattern knows its words. */
  private AskedSentence whole(TextSpan span, ReadingContext context, boolean asked) {
    AskedSentence read = sentences.read(span, context);
    return read.isEmpty() && asked && !context.negative() ? sentences.asked(span) : read;
  }

  private boolean isAskedOfAll(TextSpan words, ListLead lead) {
    return lead.kind() == ListLead.Kind.ALL && ListLead.asks(source.covered(words));
  }

  private AskedSentence statement(StatementSplitter.Statement statement, ReadingContext context) {
    if (statement.lead() == null && statement.sentences().size() > 1) {
      return ways(statement.sentences(), context);
    }
    if (statement.lead() == null) {
      return sentences.read(statement.sentences().get(0), context);
    }
    if (Remarks.isAside(source.covered(statement.lead()))) {
      return AskedSentence.empty(statement.lead());
    }
    ListLead lead = lead(statement.lead());
    ReadingContext below = below(context, statement.lead(), lead);
    boolean ofAll = isAskedOfAll(statement.lead(), lead);
    boolean asked = lead.isChoice() || ofAll;
    ReadingContext points = ofAll ? below.inAskedList() : below;
    List<AskedSentence> list =
        statement.sentences().stream().map(one -> whole(one, points, asked)).toList();
    AskedSentence head = sentences.read(statement.lead(), context);
    Condition tree = groups.of(lead, list);
    List<Condition> both = new ArrayList<>();
    if (head.condition() != null && lead.kind() != ListLead.Kind.NONE) {
      both.add(head.condition());
    }
    if (tree != null) {
      both.add(tree);
    }
    if (lead.isAlternative() && both.size() > 1) {
      both = List.of(ConditionGroup.any(both));
    }
    TextSpan span =
        new TextSpan(
            statement.lead().start(),
            statement.sentences().get(statement.sentences().size() - 1).end());
    Condition all = both.isEmpty() ? null : PhraseJoiner.together(both);
    return new AskedSentence(span, null, all, kinds.applied(statement.lead(), all).orElse(null));
  }

  /** 「…的；…的；…的，均可申报」 */
  private AskedSentence ways(List<TextSpan> ways, ReadingContext context) {
    List<AskedSentence> read = ways.stream().map(one -> whole(one, context, true)).toList();
    TextSpan span = new TextSpan(ways.get(0).start(), ways.get(ways.size() - 1).end());
    return new AskedSentence(span, null, SharedPlace.of(groups.of(ListLead.ANY, read)), null);
  }

  /** Ends a list of points: they join what the lead-in before them says. */
  private void close(
      ListLead lead, TextSpan words, List<AskedSentence> list, List<AskedSentence> into) {
    if (list.isEmpty()) {
      return;
    }
    if (lead.kind() == ListLead.Kind.NONE) {
      dropLeadIn(into);
    }
    boolean range = isRange(words, list);
    if (range) {
      list.replaceAll(one -> one.isEmpty() ? sentences.asked(one.span()) : one);
    }
    Condition tree = groups.of(range || isWays(list) ? ListLead.ANY : lead, list);
    Condition other = lead.isAlternative() && !into.isEmpty() ? Tiers.single(last(into)) : null;
    if (tree != null && other != null) {
      into.remove(into.size() - 1);
      tree = ConditionGroup.any(List.of(other, tree));
    }
    if (tree != null) {
      TextSpan span =
          new TextSpan(list.get(0).span().start(), list.get(list.size() - 1).span().end());
      Optional<AskedSentence.Kind> kind = kinds.applied(words, tree);
      kind.ifPresent(one -> into.removeIf(before -> before.isEmpty() && before.waiver() == null));
      into.add(new AskedSentence(span, null, tree, kind.orElse(null)));
    }
    list.clear();
  }

  private static AskedSentence last(List<AskedSentence> read) {
    return read.get(read.size() - 1);
  }

  /** Points that each name one kind of applicant: 1.职工百人以上的企业；2.带动百户以上的合作社. */
  private boolean areApplicants(List<AskedSentence> list) {
    return list.stream()
        .allMatch(one -> ApplicantList.isNamed(source.covered(one.span()).split("[，；。]", 2)[0]));
  }

  /** Points of which several say that they suffice: 「…的企业，可直接认定为总部企业」. */
  private boolean isWays(List<AskedSentence> list) {
    return list.stream().filter(one -> SUFFICES.matcher(source.covered(one.span())).find()).count()
        > 1;
  }

  /** 「申报范围：（一）新能源汽车；（二）集成电路」: fields, of which one will do. */
  private boolean isRange(TextSpan lead, List<AskedSentence> list) {
    return lead != null
        && list.size() > 1
        && RANGE.matcher(source.covered(lead)).find()
        && list.stream()
            .allMatch(one -> NAME.matcher(source.covered(one.span()).strip()).matches());
  }

  private static void dropLeadIn(List<AskedSentence> into) {
    if (!into.isEmpty()) {
      into.remove(into.size() - 1);
    }
  }
}
