package cn.zhitong.assistant.casework.port;

import cn.zhitong.assistant.appeal.Category;
import cn.zhitong.assistant.casework.CaseEvent;
import cn.zhitong.assistant.casework.CaseStatus;
import cn.zhitong.assistant.casework.EventType;
import cn.zhitong.assistant.casework.clock.Deadlines;
import cn.zhitong.assistant.casework.log.CaseEventStore;
import cn.zhitong.assistant.casework.log.CaseListStore;
import cn.zhitong.assistant.casework.state.CaseState;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Where cases stood at a moment that is past: the folded columns only know where they stand. */
@ApplicationScoped
public class CasesAsOf {
  private final CaseListStore lists;
  private final CaseEventStore events;
  private final Deadlines deadlines;

  CasesAsOf(CaseListStore lists, CaseEventStore events, Deadlines deadlines) {
    this.lists = lists;
    this.events = events;
    this.deadlines = deadlines;
  }

  /**
   * @param category null while none was known
   * @param due null without a category; also given while the case waited for the enterprise
   * @param answeredAt null while an answer was owed
   */
  public record Stood(CaseStatus state, Category category, LocalDate due, Instant answeredAt) {}

  /** Cases by their ids; those that there are not are missing. */
  public Map<UUID, Stood> of(Collection<UUID> ids, Instant moment) {
    Map<UUID, List<CaseEvent>> logs = new HashMap<>();
    for (CaseEvent event : events.withoutTexts(ids)) {
      if (before(event, moment)) {
        logs.computeIfAbsent(event.caseId(), id -> new ArrayList<>()).add(event);
      }
    }
    Map<UUID, Stood> stood = new LinkedHashMap<>();
    for (CaseListStore.Asked asked : lists.asked(ids)) {
      CaseState standing = CaseState.of(logs.get(asked.id()));
      LocalDate due =
          deadlines
              .of(asked.at(), asked.region(), standing)
              .map(Deadlines.Deadline::due)
              .orElse(null);
      stood.put(
          asked.id(), new Stood(standing.state(), standing.category(), due, standing.answeredAt()));
    }
    return stood;
  }

  /** What was brought in afterwards came, and got its category, when it was asked. */
  private static boolean before(CaseEvent event, Instant moment) {
    return event.type() == EventType.RECEIVED_BY_US
        || event.type() == EventType.SUGGESTED
        || event.occurredAt().isBefore(moment);
  }
}
