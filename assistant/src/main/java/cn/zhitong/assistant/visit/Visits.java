package cn.zhitong.assistant.visit;

import cn.zhitong.assistant.casework.AppealRequest;
import cn.zhitong.assistant.casework.LinkTokens;
import cn.zhitong.assistant.casework.port.CasePort;
import cn.zhitong.assistant.matching.enterprise.EnterpriseNames;
import cn.zhitong.assistant.push.PushedStore;
import cn.zhitong.assistant.runtime.Infrastructure;
import cn.zhitong.assistant.web.Problem;
import cn.zhitong.common.region.Gazetteer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** From whom there is to ask to what they said: population → draw → ask → result → follow-up. */
@ApplicationScoped
class Visits {
  /** What the link in an invitation is for. */
  static final String LINK = "visit";

  /** Digits of a GB/T 2260 code that name the city. */
  private static final int CITY_DIGITS = 4;

  private static final String CHANNEL = "visit";
  private static final int LONGEST_COMMENT = 2_000;

  private final VisitStore store;
  private final PushedStore pushed;
  private final EnterpriseNames names;
  private final CasePort cases;
  private final LinkTokens tokens;
  private final Gazetteer gazetteer;
  private final Clock clock;

  Visits(
      VisitStore store,
      PushedStore pushed,
      EnterpriseNames names,
      CasePort cases,
      LinkTokens tokens,
      Gazetteer gazetteer,
      Clock clock) {
    this.store = store;
    this.pushed = pushed;
    this.names = names;
    this.cases = cases;
    this.tokens = tokens;
    this.gazetteer = gazetteer;
    this.clock = clock;
  }

  /** Who may be drawn, and what their items are called. */
  private record Frame(Set<RandomDraw.Unit> units, Map<String, String> titles) {}

  /**
   * Draws a round and keeps it.
   *
   * @param asked without what the draw itself finds out: frame and digest
   * @throws Problem.Conflict where there is nobody to draw from
   */
  VisitStore.Progress draw(VisitRound asked) {
    Frame frame = frame(asked);
    if (frame.units().isEmpty()) {
      throw new Problem.Conflict("所选范围内没有可以抽取的企业，请放宽期间、地区或事项。", Map.of());
    }
    VisitRound round =
        new VisitRound(
            asked.id(),
            asked.kind(),
            asked.title(),
            asked.population(),
            asked.from(),
            asked.to(),
            asked.region(),
            asked.itemId(),
            asked.perStratum(),
            asked.seed(),
            frame.units().size(),
            RandomDraw.digest(frame.units()),
            asked.questions(),
            asked.closesOn(),
            asked.drawnBy(),
            asked.drawerName(),
            asked.drawnAt());
    store.insert(
        round, RandomDraw.draw(frame.units(), round.seed(), round.perStratum()), frame.titles());
    return required(round.id());
  }

  private Frame frame(VisitRound round) {
    Set<RandomDraw.Unit> units = new LinkedHashSet<>();
    Map<String, String> titles = new HashMap<>();
    if (round.population() == VisitRound.Population.PUSHED) {
      Instant from = round.from().atStartOfDay(Infrastructure.ZONE).toInstant();
      Instant to = round.to().plusDays(1).atStartOfDay(Infrastructure.ZONE).toInstant();
      for (PushedStore.Pushed one : pushed.between(from, to, round.itemId())) {
        if (isWithin(one.region(), round.region())) {
          String item = one.itemId().toString();
          units.add(new RandomDraw.Unit(one.creditCode(), city(one.region()), item));
          titles.put(item, one.title());
        }
      }
    } else {
      names.placed().stream()
          .filter(one -> isWithin(one.region(), round.region()))
          .forEach(one -> units.add(new RandomDraw.Unit(one.creditCode(), city(one.region()), "")));
    }
    return new Frame(units, titles);
  }

  private boolean isWithin(String region, String wanted) {
    return wanted == null || region != null && gazetteer.isWithin(region, wanted);
  }

  private static String city(String region) {
    return region == null || region.length() < CITY_DIGITS
        ? ""
        : region.substring(0, CITY_DIGITS) + "00";
  }

  VisitStore.Progress required(UUID round) {
    return store.rounds(round).stream()
        .findFirst()
        .orElseThrow(() -> new Problem.NotFound("没有编号为 " + round + " 的回访。"));
  }

  /** What an enterprise said, by telephone or by its link. */
  record Result(Map<String, String> answers, String comment, boolean unreachable) {}

  /**
   * Writes down what was said.
   *
   * @param officer null where the enterprise answered by its link
   * @throws Problem.Conflict where it was told before, or the round is over
   */
  VisitStore.Visit tell(UUID visitId, Result result, String officer) {
    VisitStore.Visit visit = requiredVisit(visitId);
    VisitRound round = required(visit.roundId()).round();
    LocalDate today = LocalDate.now(clock);
    if (today.isAfter(round.closesOn())) {
      throw new Problem.Conflict("这次回访已于 " + round.closesOn() + " 截止。", Map.of());
    }
    if (!result.unreachable()) {
      VisitQuestion.requireAnswered(round.questions(), result.answers());
    }
    String comment =
        result.comment() == null || result.comment().isBlank() ? null : result.comment().strip();
    if (comment != null && comment.length() > LONGEST_COMMENT) {
      throw new Problem.InvalidRequest("comment：最多 " + LONGEST_COMMENT + " 字。");
    }
    VisitStore.Visit told =
        new VisitStore.Visit(
            visit.id(),
            visit.roundId(),
            visit.seq(),
            visit.creditCode(),
            visit.region(),
            visit.itemId(),
            visit.itemTitle(),
            result.unreachable() ? VisitState.UNREACHABLE : VisitState.DONE,
            result.unreachable() ? null : result.answers(),
            comment,
            officer == null ? "link" : "phone",
            officer,
            clock.instant(),
            null,
            null);
    if (!store.told(told)) {
      throw new Problem.Conflict("这家企业的回访结果已登记，不能重复登记。", Map.of());
    }
    return requiredVisit(visitId);
  }

  /** Makes a case of what has to be followed up; once a visit. */
  VisitStore.Visit followUp(UUID visitId, String text) {
    VisitStore.Visit visit = requiredVisit(visitId);
    if (visit.caseId() != null) {
      throw new Problem.Conflict(
          "已立办件 " + visit.caseNumber() + "。", Map.of("number", visit.caseNumber()));
    }
    if (text == null || text.isBlank() || text.length() > LONGEST_COMMENT) {
      throw new Problem.InvalidRequest("text：请写明企业反映的问题，最多 " + LONGEST_COMMENT + " 字。");
    }
    VisitRound round = required(visit.roundId()).round();
    String enterprise =
        names.of(List.of(visit.creditCode())).stream()
            .findFirst()
            .map(EnterpriseNames.Named::name)
            .orElse(null);
    String about = visit.itemTitle() == null ? "" : "：" + visit.itemTitle();
    AppealRequest appeal =
        new AppealRequest(
            round.kind().label() + "反映" + about,
            text.strip(),
            visit.region(),
            CHANNEL,
            null,
            null,
            enterprise,
            null,
            null,
            null,
            visit.creditCode(),
            null);
    CasePort.FiledCase filed = cases.file(appeal, "visit-" + visitId);
    store.followed(visitId, filed.caseId(), filed.number());
    return requiredVisit(visitId);
  }

  /** Names by credit code. */
  Map<String, String> names(List<VisitStore.Visit> visits) {
    Map<String, String> found = new HashMap<>();
    names
        .of(visits.stream().map(VisitStore.Visit::creditCode).distinct().toList())
        .forEach(one -> found.put(one.creditCode(), one.name()));
    return found;
  }

  VisitStore.Visit requiredVisit(UUID id) {
    return store.byId(id).orElseThrow(() -> new Problem.NotFound("没有这家企业的回访。"));
  }

  /** The visit that a link is for. */
  Optional<VisitStore.Visit> ofLink(String token) {
    return tokens.idOf(LINK, token).flatMap(store::byId);
  }

  String link(UUID visit) {
    return tokens.site() + "/visit#t=" + tokens.token(LINK, visit);
  }
}
