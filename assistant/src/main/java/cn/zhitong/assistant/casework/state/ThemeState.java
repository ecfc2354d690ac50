package cn.zhitong.assistant.casework.state;

import cn.zhitong.assistant.arrears.Arrears;
import cn.zhitong.assistant.arrears.DebtorKind;
import cn.zhitong.assistant.arrears.Repayment;
import cn.zhitong.assistant.casework.AppealTheme;
import cn.zhitong.assistant.casework.CaseEvent;
import cn.zhitong.assistant.casework.EventPayload;
import cn.zhitong.common.text.Coded;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A case's themes, and what is owed; folded from its events. */
public final class ThemeState {
  private final Set<AppealTheme> themes = EnumSet.noneOf(AppealTheme.class);

  /** Whether a person ever said something of a theme: the program then says no more. */
  private final Set<AppealTheme> decided = EnumSet.noneOf(AppealTheme.class);

  private final List<Repayment> repayments = new ArrayList<>();
  private EventPayload.ArrearsRecorded recorded;
  private Instant recordedAt;
  private Long recognizedCents;

  void apply(CaseEvent event, EventPayload payload) {
    switch (event.type()) {
      case MARK_THEME -> {
        EventPayload.Themed marked = (EventPayload.Themed) payload;
        add(theme(marked));
        recognizedCents = marked.cents() == null ? recognizedCents : marked.cents();
      }
      case UNMARK_THEME -> themes.remove(theme((EventPayload.Themed) payload));
      case RECORD_ARREARS -> {
        recorded = (EventPayload.ArrearsRecorded) payload;
        recordedAt = event.at();
        add(AppealTheme.ARREARS);
      }
      case RECORD_REPAYMENT -> {
        EventPayload.Repaid repaid = (EventPayload.Repaid) payload;
        repayments.add(new Repayment(repaid.paidOn(), repaid.cents()));
      }
      default -> {
        // The rest says nothing of them.
      }
    }
  }

  private void add(AppealTheme theme) {
    themes.add(theme);
    decided.add(theme);
  }

  private static AppealTheme theme(EventPayload.Themed payload) {
    return Coded.of(AppealTheme.class, payload.theme());
  }

  /** In the order of their constants. */
  public Set<AppealTheme> themes() {
    return themes;
  }

  /** Whether the theme was ever set on this case. */
  public boolean known(AppealTheme theme) {
    return decided.contains(theme);
  }

  /** Whether there is, or ever was, a row about it. */
  public boolean touched() {
    return !decided.isEmpty();
  }

  /** What was named as owed when the theme was recognised, in 分; null for none. */
  public Long recognizedCents() {
    return recognizedCents;
  }

  /** When what is owed was last recorded, null before. */
  public Instant recordedAt() {
    return recordedAt;
  }

  /** Null before it was recorded. */
  public Arrears arrears() {
    if (recorded == null) {
      return null;
    }
    return new Arrears(
        recorded.cents(),
        recorded.debtor(),
        Coded.of(DebtorKind.class, recorded.debtorKind()),
        recorded.contract(),
        recorded.undisputed(),
        recorded.deliveredOn(),
        recorded.agreedDays(),
        recorded.instalments(),
        repayments);
  }
}
