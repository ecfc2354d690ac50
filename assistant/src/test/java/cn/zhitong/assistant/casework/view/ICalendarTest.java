package cn.zhitong.assistant.casework.view;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhitong.assistant.casework.state.CaseMeeting;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ICalendarTest {
  private static final UUID CASE = UUID.fromString("00000000-0000-7000-8000-000000000001");
  private static final Instant STAMP = Instant.parse("2026-06-01T01:02:03Z");

  private final CaseMeeting meeting =
      new CaseMeeting(
          2,
          "https://meeting.example.com/j/123456789?pwd=" + "a".repeat(80),
          "拖欠货款协调会, 第二次; 请\\带合同",
          Instant.parse("2026-06-30T06:00:00Z"),
          90,
          List.of("某某市建设局", "某某科技有限公司", "北方工程集团有限公司"),
          CaseMeeting.Status.SET,
          1,
          null,
          STAMP);

  @Test
  void file_ofAMeeting_isRfc5545() {
    String file = ICalendar.of(CASE, "ZT20260601-AAAAAA", meeting, STAMP, 120);
    assertThat(file).startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n").endsWith("END:VCALENDAR\r\n");
    assertThat(file.replace("\r\n", "")).doesNotContain("\n").doesNotContain("\r");
    for (String line : file.split("\r\n")) {
      assertThat(line.getBytes(StandardCharsets.UTF_8).length).as(line).isLessThanOrEqualTo(75);
    }
    String unfolded = file.replace("\r\n ", "");
    assertThat(unfolded.split("\r\n"))
        .contains(
            "UID:" + CASE + "-2@zhitong",
            "DTSTAMP:20260601T010203Z",
            "DTSTART:20260630T060000Z",
            "DTEND:20260630T073000Z",
            "SEQUENCE:1",
            "STATUS:CONFIRMED",
            "METHOD:PUBLISH",
            "TRIGGER:-PT120M",
            "URL:" + meeting.url(),
            "SUMMARY:拖欠货款协调会\\, 第二次\\; 请\\\\带合同（ZT20260601-AAAAAA）");
    assertThat(unfolded).contains("\\n参加方：某某市建设局、某某科技有限公司");
    assertThat(new String(file.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
        .as("folded between characters")
        .isEqualTo(file)
        .doesNotContain("\uFFFD");
  }

  @Test
  void file_ofACancelledMeeting_takesItOut() {
    CaseMeeting cancelled = meeting.ended(CaseMeeting.Status.CANCELLED, "改日", STAMP);
    String file = ICalendar.of(CASE, "ZT20260601-AAAAAA", cancelled, STAMP, 120);
    assertThat(file)
        .contains("METHOD:CANCEL\r\n", "STATUS:CANCELLED\r\n", "SEQUENCE:2\r\n")
        .doesNotContain("VALARM");
  }
}
