package cn.zhitong.assistant.casework.handling;

import cn.zhitong.assistant.casework.EventPayload;
import cn.zhitong.assistant.casework.PlainText;
import cn.zhitong.assistant.casework.state.CaseMeeting;
import cn.zhitong.assistant.casework.state.MeetingState;
import cn.zhitong.assistant.runtime.Infrastructure;
import cn.zhitong.assistant.web.Problem;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;

/** What events about meetings record, checked against what they need. */
final class MeetingBodies {
  private static final int LONGEST_URL = 2000;
  private static final int LONGEST_MINUTES = 24 * 60;
  private static final int MOST_PARTIES = 50;
  private static final int LONGEST_NAME = 200;

  private MeetingBodies() {}

  /** A new meeting, or another time, place or company for one that is still to come. */
  static EventPayload.MeetingSet set(EventRequest request, MeetingState standing, Instant now) {
    EventRequest.MeetingRequest given = given(request);
    Instant startsAt = time(given.startsAt());
    if (!startsAt.isAfter(now)) {
      throw new Problem.InvalidRequest("startsAt（开始时间）应晚于现在。");
    }
    Integer minutes = given.minutes();
    if (minutes == null || minutes < 1 || minutes > LONGEST_MINUTES) {
      throw new Problem.InvalidRequest("minutes（时长，分钟）为 1 到 " + LONGEST_MINUTES + "。");
    }
    return new EventPayload.MeetingSet(
        given.number() == null ? standing.all().size() + 1 : open(given, standing).number(),
        url(given.url()),
        PlainText.optional(given.topic(), "topic（议题）", LONGEST_NAME),
        startsAt,
        minutes,
        parties(given.parties()));
  }

  /**
   * @param text what came of it; null where it is cancelled
   */
  static EventPayload.MeetingEnded ended(EventRequest request, MeetingState standing, String text) {
    return new EventPayload.MeetingEnded(open(given(request), standing).number(), text);
  }

  private static EventRequest.MeetingRequest given(EventRequest request) {
    if (request.meeting() == null) {
      throw new Problem.InvalidRequest("请给出 meeting。");
    }
    return request.meeting();
  }

  private static CaseMeeting open(EventRequest.MeetingRequest given, MeetingState standing) {
    List<CaseMeeting> open =
        standing.all().stream()
            .filter(meeting -> meeting.status() == CaseMeeting.Status.SET)
            .toList();
    if (given.number() == null && open.size() == 1) {
      return open.get(0);
    }
    return open.stream()
        .filter(meeting -> given.number() != null && meeting.number() == given.number())
        .findFirst()
        .orElseThrow(() -> new Problem.InvalidRequest("meeting.number 请填一个待召开的会议的序号。"));
  }

  private static String url(String given) {
    String plain = PlainText.clean(given);
    try {
      URI uri = new URI(plain);
      boolean fits =
          "https".equalsIgnoreCase(uri.getScheme())
              && uri.getHost() != null
              && uri.getUserInfo() == null
              && plain.length() <= LONGEST_URL;
      if (fits) {
        return plain;
      }
    } catch (URISyntaxException e) {
      // Said below: it is no address either way.
    }
    throw new Problem.InvalidRequest("url（会议链接）须是 https:// 开头的网址，最多 " + LONGEST_URL + " 个字符。");
  }

  private static Instant time(String given) {
    String plain = PlainText.clean(given);
    try {
      return OffsetDateTime.parse(plain).toInstant();
    } catch (DateTimeException e) {
      return local(plain);
    }
  }

  /** Without an offset it is the time here. */
  private static Instant local(String plain) {
    try {
      return LocalDateTime.parse(plain).atZone(Infrastructure.ZONE).toInstant();
    } catch (DateTimeException e) {
      throw new Problem.InvalidRequest("startsAt（开始时间）请写成 2026-01-31T14:00 这样的形式。");
    }
  }

  private static List<String> parties(List<String> given) {
    List<String> parties =
        given == null
            ? List.of()
            : given.stream()
                .map(name -> PlainText.limited(name, "parties（参加方）", LONGEST_NAME))
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    if (parties.isEmpty() || parties.size() > MOST_PARTIES) {
      throw new Problem.InvalidRequest("parties（参加方）请填 1 到 " + MOST_PARTIES + " 个。");
    }
    return parties;
  }
}
