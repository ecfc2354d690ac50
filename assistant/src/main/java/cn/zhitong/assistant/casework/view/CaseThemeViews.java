package cn.zhitong.assistant.casework.view;

import cn.zhitong.assistant.arrears.Arrears;
import cn.zhitong.assistant.arrears.ArrearsViews;
import cn.zhitong.assistant.calendar.Calendars;
import cn.zhitong.assistant.casework.AppealTheme;
import cn.zhitong.assistant.casework.clock.Deadlines;
import cn.zhitong.assistant.casework.state.CaseFile;
import cn.zhitong.assistant.casework.state.CaseMeeting;
import cn.zhitong.assistant.casework.state.CaseState;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the API says of a case's themes, of what is owed, and of its meetings. */
@ApplicationScoped
class CaseThemeViews {
  private final Calendars calendars;
  private final Clock clock;

  CaseThemeViews(Calendars calendars, Clock clock) {
    this.calendars = calendars;
    this.clock = clock;
  }

  public record ThemeView(String code, String label) {}

  /** A meeting as both sides see it. */
  public record MeetingView(
      int number,
      @Schema(description = "会议链接；个人信息清除后为 null") String url,
      String topic,
      OffsetDateTime startsAt,
      int minutes,
      List<String> parties,
      @Schema(description = "set 待召开、cancelled 已取消、held 已召开") String status,
      String statusLabel,
      @Schema(description = "结果，或取消的理由") String outcome) {}

  static List<ThemeView> themes(CaseState standing) {
    return standing.topics().themes().stream()
        .map(theme -> new ThemeView(theme.code(), theme.label()))
        .toList();
  }

  static List<MeetingView> meetings(CaseState standing, UnaryOperator<String> shown) {
    return standing.meetings().all().stream()
        .map(one -> one.shown(shown))
        .map(CaseThemeViews::meeting)
        .toList();
  }

  private static MeetingView meeting(CaseMeeting one) {
    return new MeetingView(
        one.number(),
        one.url(),
        one.topic(),
        CaseViewer.time(one.startsAt()),
        one.minutes(),
        one.parties(),
        one.status().code(),
        one.status().label(),
        one.outcome());
  }

  /** Null for a case that is not about arrears. */
  ArrearsViews.Detail arrears(CaseFile file, CaseState standing, UnaryOperator<String> shown) {
    if (!standing.topics().themes().contains(AppealTheme.ARREARS)) {
      return null;
    }
    Arrears owed = standing.topics().arrears();
    LocalDate today = LocalDate.now(clock);
    LocalDate received = Deadlines.day(file.appeal().askedAt());
    return ArrearsViews.detail(
        owed, standing.topics().recognizedCents(), received, today, calendars.current(), shown);
  }
}
