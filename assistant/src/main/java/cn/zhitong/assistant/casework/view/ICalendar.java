package cn.zhitong.assistant.casework.view;

import cn.zhitong.assistant.casework.state.CaseMeeting;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * One meeting as an iCalendar file (RFC 5545): lines end with CRLF and are folded at 75 octets,
 * texts are escaped, times are in UTC. A later file of the same UID with a higher SEQUENCE replaces
 * the former in people's calendars; one with STATUS:CANCELLED takes it out.
 */
final class ICalendar {
  private static final int MAX_OCTETS = 75;
  private static final String CRLF = "\r\n";

  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private ICalendar() {}

  /**
   * @param stamp when this file is made, or the meeting was last changed
   * @param reminderMinutes before the meeting, for the alarm
   */
  static String of(
      UUID caseId, String caseNumber, CaseMeeting meeting, Instant stamp, long reminderMinutes) {
    boolean cancelled = meeting.status() == CaseMeeting.Status.CANCELLED;
    List<String> lines = new ArrayList<>();
    lines.add("BEGIN:VCALENDAR");
    lines.add("VERSION:2.0");
    lines.add("PRODID:-//Zhitong//Cases//ZH");
    lines.add("CALSCALE:GREGORIAN");
    lines.add("METHOD:" + (cancelled ? "CANCEL" : "PUBLISH"));
    lines.add("BEGIN:VEVENT");
    lines.add("UID:" + caseId + "-" + meeting.number() + "@zhitong");
    lines.add("DTSTAMP:" + UTC.format(stamp));
    lines.add("LAST-MODIFIED:" + UTC.format(meeting.changedAt()));
    lines.add("SEQUENCE:" + meeting.sequence());
    lines.add("STATUS:" + (cancelled ? "CANCELLED" : "CONFIRMED"));
    lines.add("DTSTART:" + UTC.format(meeting.startsAt()));
    lines.add("DTEND:" + UTC.format(meeting.endsAt()));
    lines.add("SUMMARY:" + text(summary(caseNumber, meeting)));
    lines.add("DESCRIPTION:" + text(description(caseNumber, meeting)));
    if (meeting.url() != null) {
      lines.add("LOCATION:" + text(meeting.url()));
      lines.add("URL:" + meeting.url());
    }
    if (!cancelled) {
      lines.add("BEGIN:VALARM");
      lines.add("ACTION:DISPLAY");
      lines.add("TRIGGER:-PT" + reminderMinutes + "M");
      lines.add("DESCRIPTION:" + text(summary(caseNumber, meeting)));
      lines.add("END:VALARM");
    }
    lines.add("END:VEVENT");
    lines.add("END:VCALENDAR");
    StringBuilder file = new StringBuilder();
    lines.forEach(line -> file.append(folded(line)).append(CRLF));
    return file.toString();
  }

  private static String summary(String caseNumber, CaseMeeting meeting) {
    String topic = meeting.topic() == null ? "政企直通车会议" : meeting.topic();
    return topic + "（" + caseNumber + "）";
  }

  private static String description(String caseNumber, CaseMeeting meeting) {
    List<String> lines = new ArrayList<>();
    lines.add("办件：" + caseNumber);
    lines.add("参加方：" + String.join("、", meeting.parties()));
    if (meeting.url() != null) {
      lines.add("会议链接：" + meeting.url());
    }
    return String.join("\n", lines);
  }

  /** RFC 5545, 3.3.11. */
  private static String text(String value) {
    return value
        .replace("\\", "\\\\")
        .replace(";", "\\;")
        .replace(",", "\\,")
        .replace("\r\n", "\\n")
        .replace("\n", "\\n");
  }

  /** RFC 5545, 3.1; never within a character. */
  private static String folded(String line) {
    StringBuilder all = new StringBuilder();
    int octets = 0;
    for (int point : line.codePoints().toArray()) {
      String one = Character.toString(point);
      int size = one.getBytes(StandardCharsets.UTF_8).length;
      if (octets + size > MAX_OCTETS) {
        all.append(CRLF).append(' ');
        octets = 1;
      }
      all.append(one);
      octets += size;
    }
    return all.toString();
  }
}
