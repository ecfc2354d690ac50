package cn.zhitong.assistant.application;

import cn.zhitong.assistant.application.ApplicationPayload.Created;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The columns of an application's row that repeat what its events say; amounts in fen.
 *
 * @param department that leads it
 * @param steps departments of the review, in order
 * @param turn department whose turn it is
 * @param step of the review that is to be done, from 0; null where none is
 * @param due of what is to be done now; null while the clock stands still
 * @param paymentDue until when the money has to come; null before it is approved
 * @param paused whether the clock stands still
 */
record FoldedApplication(
    UUID id,
    String number,
    String mode,
    UUID itemId,
    int itemVersion,
    String itemTitle,
    UUID policyId,
    String creditCode,
    String enterpriseName,
    String region,
    String industry,
    String scale,
    String department,
    List<String> steps,
    String turn,
    String state,
    Integer step,
    int version,
    String head,
    Long appliedFen,
    Long approvedFen,
    Instant submittedAt,
    Instant acceptedAt,
    LocalDate due,
    boolean dueProvisional,
    Integer workingDays,
    LocalDate publicityUntil,
    Instant approvedAt,
    LocalDate paymentDue,
    LocalDate paidOn,
    long paidFen,
    Instant closedAt,
    Instant stateSince,
    Instant createdAt,
    Instant updatedAt,
    int urges,
    boolean supervised,
    Integer score,
    UUID directList,
    Instant erasedAt,
    boolean paused) {
  private static final Set<String> BY_CALENDAR =
      Set.of("due", "dueProvisional", "workingDays", "paymentDue");

  FoldedApplication {
    steps = List.copyOf(steps);
  }

  /**
   * @param standing of the same file
   */
  static FoldedApplication of(
      ApplicationFile file, ApplicationState standing, ApplicationDeadlines deadlines) {
    Created created = standing.created();
    ApplicationDeadlines.Deadline now = deadlines.of(standing).orElse(null);
    ApplicationDeadlines.Deadline payment = deadlines.payment(standing).orElse(null);
    MoneyState money = standing.money();
    return new FoldedApplication(
        file.id(),
        file.number(),
        created.mode(),
        created.itemId(),
        created.itemVersion(),
        created.itemTitle(),
        created.policyId(),
        created.creditCode(),
        created.enterpriseName(),
        standing.profile().region(),
        standing.profile().industry(),
        standing.profile().scale(),
        standing.plan().department(),
        standing.plan().steps(),
        standing.department(),
        standing.state().code(),
        standing.step(),
        standing.version(),
        file.last().hash(),
        money.appliedFen(),
        money.approvedFen(),
        standing.submittedAt(),
        standing.acceptedAt(),
        now == null ? null : now.due(),
        now != null && now.provisional(),
        now == null ? null : now.workingDays(),
        standing.publicity().until(),
        money.approvedAt(),
        payment == null ? null : payment.due(),
        money.paidOn(),
        money.paidFen(),
        standing.closedAt(),
        standing.stateSince(),
        standing.createdAt(),
        standing.updatedAt(),
        standing.urges(),
        standing.supervised(),
        standing.score(),
        created.list(),
        standing.erasedAt(),
        standing.clock().paused());
  }

  /**
   * What differs first from the same row elsewhere; empty where nothing does.
   *
   * @param days whether what a calendar decides is compared too: only where both were folded by the
   *     same
   */
  Optional<String> difference(FoldedApplication other, boolean days) {
    for (RecordComponent column : FoldedApplication.class.getRecordComponents()) {
      boolean compared = days || !BY_CALENDAR.contains(column.getName());
      if (compared && !Objects.equals(value(column, this), value(column, other))) {
        return Optional.of(column.getName());
      }
    }
    return Optional.empty();
  }

  private static Object value(RecordComponent column, FoldedApplication of) {
    try {
      return column.getAccessor().invoke(of);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a record's accessor cannot be called", e);
    }
  }
}
