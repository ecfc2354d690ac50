package cn.zhitong.assistant.matching.conversation;

import cn.zhitong.assistant.citation.CitedSentence;
import cn.zhitong.assistant.matching.condition.EnterpriseFacts;
import cn.zhitong.assistant.matching.condition.MatchOutcome;
import cn.zhitong.assistant.matching.enterprise.CreditCode;
import cn.zhitong.assistant.matching.enterprise.EnterpriseFile;
import cn.zhitong.assistant.matching.enterprise.Enterprises;
import cn.zhitong.assistant.matching.item.ItemLibrary;
import cn.zhitong.assistant.matching.match.Matches;
import cn.zhitong.assistant.question.Answer;
import cn.zhitong.assistant.question.AnswerNote;
import cn.zhitong.assistant.question.EligibilityAnswers;
import cn.zhitong.assistant.question.Mode;
import cn.zhitong.assistant.question.RefusalReason;
import cn.zhitong.assistant.question.Turn;
import cn.zhitong.common.region.Gazetteer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * 我们能享受哪些政策, in a conversation: an enterprise that is signed in is answered from its file; a
 * visitor is asked for place, industry and size, and told what these do not rule out. Nothing that
 * conditions leave open is claimed.
 */
@ApplicationScoped
class EligibilityConversation implements EligibilityAnswers {
  /** More than this many items are a list and no answer. */
  private static final int MOST_MET = 5;

  private static final int MOST_OPEN = 5;

  private final ItemLibrary library;
  private final Matches matches;
  private final Enterprises enterprises;
  private final ItemSentences sentences;
  private final Gazetteer gazetteer;

  @Inject
  EligibilityConversation(
      ItemLibrary library,
      Matches matches,
      Enterprises enterprises,
      ItemSentences sentences,
      Gazetteer gazetteer) {
    this.library = library;
    this.matches = matches;
    this.enterprises = enterprises;
    this.sentences = sentences;
    this.gazetteer = gazetteer;
  }

  @Override
  public Optional<Told> answer(Asked asked) {
    Optional<String> standalone = standalone(asked);
    if (standalone.isEmpty()) {
      return Optional.empty();
    }
    List<ItemLibrary.Published> items = library.on(asked.asOf());
    if (items.isEmpty()) {
      return Optional.empty();
    }
    Optional<EnterpriseFile> file = file(asked.creditCode());
    return Optional.of(
        file.isPresent()
            ? fromFile(asked, standalone.get(), file.get())
            : fromWords(asked, standalone.get(), items));
  }

  /** The question with what was told in reply to questions back; empty where another is asked. */
  private Optional<String> standalone(Asked asked) {
    if (EligibilityQuestion.is(told(asked.text(), asked).rest())) {
      return Optional.of(asked.text());
    }
    List<Turn> turns = asked.turns();
    Turn last = turns.isEmpty() ? null : turns.get(turns.size() - 1);
    TellingFacts.Kind kind =
        last == null || last.options().isEmpty() ? null : FactQuestions.asked(last.answer());
    if (kind == null || !EligibilityQuestion.isOnlyReply(told(asked.text(), asked).rest())) {
      return Optional.empty();
    }
    String joined = last.question() + "，" + asked.text();
    boolean open = EligibilityQuestion.isSkipped(asked.text()) && !told(joined, asked).knows(kind);
    return Optional.of(open ? last.question() + "，" + kind.open() : joined);
  }

  private TellingFacts told(String text, Asked asked) {
    return TellingFacts.of(text, asked.region(), gazetteer);
  }

  private Optional<EnterpriseFile> file(String creditCode) {
    return CreditCode.isValid(creditCode)
        ? enterprises.file(CreditCode.of(creditCode))
        : Optional.empty();
  }

  private Told fromFile(Asked asked, String standalone, EnterpriseFile file) {
    List<Matches.Match> all = matches.of(file, asked.asOf());
    List<Matches.Match> met = with(all, MatchOutcome.MET);
    List<Matches.Match> open = with(all, MatchOutcome.UNKNOWN);
    String lead = "按平台掌握的档案，贵企业符合 " + met.size() + " 项，另有 " + open.size() + " 项待核实：";
    List<CitedSentence> told = new ArrayList<>();
    for (Matches.Match match : first(met, MOST_MET)) {
      sentences.met(told.isEmpty() ? lead : "", match, asked.asOf()).ifPresent(told::add);
    }
    for (Matches.Match match : first(open, Math.max(1, MOST_OPEN - told.size()))) {
      sentences.open(told.isEmpty() ? lead : "", match, asked.asOf()).ifPresent(told::add);
    }
    return told(standalone, told, AnswerNote.more("逐条的理由和要补的数据，见“我的企业”页（/enterprise）。"));
  }

  private Told fromWords(Asked asked, String standalone, List<ItemLibrary.Published> items) {
    TellingFacts facts = told(standalone, asked);
    for (TellingFacts.Kind kind : TellingFacts.Kind.values()) {
      if (!facts.knows(kind)) {
        Answer.Clarify back = FactQuestions.of(kind, items, gazetteer);
        return new Told(standalone, back, List.of());
      }
    }
    EnterpriseFacts known = facts.asFacts(asked.asOf());
    List<Matches.Match> left =
        matches.of(known, asked.asOf()).stream()
            .filter(match -> match.evaluation().outcome() != MatchOutcome.NOT_MET)
            .toList();
    String lead = "只按您说的情况，有 " + left.size() + " 项没有不符合的条件：";
    List<CitedSentence> told = new ArrayList<>();
    for (Matches.Match match : first(left, MOST_OPEN)) {
      String before = told.isEmpty() ? lead : "";
      (match.evaluation().outcome() == MatchOutcome.MET
              ? sentences.met(before, match, asked.asOf())
              : sentences.open(before, match, asked.asOf()))
          .ifPresent(told::add);
    }
    return told(standalone, told, AnswerNote.scope("没有说到的条件没有判断；企业登录后按档案逐条核对，更准确。"));
  }

  private static Told told(String standalone, List<CitedSentence> sentences, AnswerNote note) {
    return sentences.isEmpty()
        ? new Told(
            standalone,
            new Answer.Refused(
                RefusalReason.NO_EVIDENCE, "按现有情况，没有找到符合或可能符合的政策事项；全部事项可以在“事项库”（/items）查看。"),
            List.of())
        : new Told(standalone, new Answer.Answered(Mode.EXTRACTIVE, sentences), List.of(note));
  }

  private static List<Matches.Match> with(List<Matches.Match> all, MatchOutcome outcome) {
    return all.stream().filter(match -> match.evaluation().outcome() == outcome).toList();
  }

  /** Those that fewest conditions leave open come first. */
  private static List<Matches.Match> first(List<Matches.Match> matches, int most) {
    return matches.stream()
        .sorted(Comparator.comparingLong(match -> match.count(MatchOutcome.UNKNOWN)))
        .limit(most)
        .toList();
  }
}
