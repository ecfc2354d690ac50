package cn.zhitong.assistant.suggestion;

import cn.zhitong.assistant.question.Answer;
import cn.zhitong.assistant.question.AnswerPipeline;
import cn.zhitong.assistant.question.PolicyTopic;
import cn.zhitong.assistant.question.QuestionRequest;
import cn.zhitong.common.region.Gazetteer;
import cn.zhitong.ingest.policy.Clause;
import cn.zhitong.ingest.policy.PolicyId;
import cn.zhitong.ingest.policy.PolicyKind;
import cn.zhitong.ingest.policy.PolicyStatus;
import cn.zhitong.ingest.store.CorpusStore;
import cn.zhitong.ingest.store.LibraryEntry;
import cn.zhitong.ingest.store.PolicyFilter;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Questions that the loaded library answers, made of its titles and headings (首台（套）重大技术装备奖励 and
 * 申报条件) and each asked before it is offered: one that is not answered from its own text is dropped.
 */
@ApplicationScoped
class SuggestedQuestions {
  /** The newest texts; each costs a question or a few once. */
  private static final int POLICIES = 40;

  private static final int OF_ONE_POLICY = 4;
  private static final int OFFERED = 8;

  /** Longer titles make questions that nobody reads. */
  private static final int LONGEST_TOPIC = 24;

  private static final int LONGEST_HEADING = 10;

  /** What a heading promises, and how it is asked for. */
  private static final Map<Pattern, String> ASKING = asking();

  private static final Pattern PLACE_AGAIN = Pattern.compile("^([^省市县]{1,5}[省市县])(\\d{4}年度?)?\\1");

  private final CorpusStore store;
  private final AnswerPipeline answers;
  private final Gazetteer gazetteer;
  private final Clock clock;
  private final Map<PolicyId, Checked> checked = new ConcurrentHashMap<>();

  SuggestedQuestions(CorpusStore store, AnswerPipeline answers, Gazetteer gazetteer, Clock clock) {
    this.store = store;
    this.answers = answers;
    this.gazetteer = gazetteer;
    this.clock = clock;
  }

  /**
   * @param whole whether all questions of the text were tried, or only until the first was answered
   */
  private record Checked(Instant updatedAt, String region, List<String> questions, boolean whole) {}

  private static Map<Pattern, String> asking() {
    Map<Pattern, String> asking = new LinkedHashMap<>();
    asking.put(Pattern.compile("时间$"), "的%s是什么时候？");
    asking.put(Pattern.compile("(?:标准|额度|费率|比例|金额|补贴|补助|奖励|补偿)$"), "的%s是多少？");
    asking.put(Pattern.compile("(?:流程|程序|方式)$"), "的%s是什么？");
    asking.put(Pattern.compile("(?:条件|对象|范围|材料|期限)$"), "的%s是什么？");
    return asking;
  }

  /**
   * The library's newest that hold in the region, one of each text; for no region, of everywhere.
   */
  List<String> forRegion(String region) {
    return newest().stream()
        .map(LibraryEntry::id)
        .map(checked::get)
        .filter(one -> one != null && !one.questions().isEmpty() && holds(one.region(), region))
        .map(one -> one.questions().get(0))
        .limit(OFFERED)
        .toList();
  }

  private boolean holds(String of, String region) {
    return region == null || of == null || gazetteer.overlap(region, of);
  }

  /** What else a text answers. */
  List<String> ofPolicy(PolicyId id) {
    return store
        .policy(id)
        .filter(policy -> !policy.entry().withdrawn())
        .map(policy -> checked(policy.entry(), OF_ONE_POLICY).questions())
        .orElse(List.of());
  }

  @Scheduled(every = "10m", delayed = "20s")
  void check() {
    newest().forEach(entry -> checked(entry, 1));
  }

  private List<LibraryEntry> newest() {
    LocalDate today = LocalDate.now(clock);
    return store.list(PolicyFilter.all(today, 1, POLICIES).of(PolicyStatus.IN_FORCE)).items();
  }

  /**
   * @param wanted how many questions are enough; one is for the list of all, more for a text's own
   */
  private Checked checked(LibraryEntry entry, int wanted) {
    Checked known = checked.get(entry.id());
    boolean current = known != null && known.updatedAt().equals(entry.updatedAt());
    if (current && (known.whole() || wanted <= known.questions().size())) {
      return known;
    }
    List<String> answered = new ArrayList<>();
    boolean whole = true;
    for (String question : candidates(entry)) {
      if (answered.size() == wanted) {
        whole = wanted == OF_ONE_POLICY;
        break;
      }
      if (isAnswered(question, entry.id())) {
        answered.add(question);
      }
    }
    Checked now = new Checked(entry.updatedAt(), entry.metadata().region(), answered, whole);
    checked.put(entry.id(), now);
    return now;
  }

  private List<String> candidates(LibraryEntry entry) {
    String topic = plain(PolicyTopic.named(entry.displayTitle(), entry.metadata().issuer()));
    if (topic.length() > LONGEST_TOPIC || entry.metadata().kind() == PolicyKind.REPLY) {
      return List.of();
    }
    return store.clauses(entry.id()).stream()
        .map(Clause::heading)
        .filter(heading -> !heading.isBlank() && heading.length() <= LONGEST_HEADING)
        .flatMap(
            heading ->
                ASKING.entrySet().stream()
                    .filter(one -> one.getKey().matcher(heading).find())
                    .limit(1)
                    .map(one -> topic + one.getValue().formatted(heading)))
        .distinct()
        .limit(2 * OF_ONE_POLICY)
        .toList();
  }

  /** 澜州市2025年度澜州市外贸企业参展补助申报 → 澜州市2025年度外贸企业参展补助. */
  static String plain(String topic) {
    return PLACE_AGAIN.matcher(topic).replaceFirst("$1$2").replaceFirst("(?:申报|申领|有关事项|工作)$", "");
  }

  private boolean isAnswered(String question, PolicyId policy) {
    return answers
        .unrecorded(QuestionRequest.of(question))
        .fold(
            answer -> answer.citations().get(0).policyId().equals(policy),
            (Answer.Related r) -> false,
            refused -> false,
            clarify -> false);
  }
}
