package cn.zhitong.assistant.casework.state;

import cn.zhitong.assistant.casework.EventPayload;
import cn.zhitong.common.text.Coded;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A meeting about a case, by a link to any provider.
 *
 * @param number from 1 within the case
 * @param url https; null where it was erased, as topic and parties then are
 * @param sequence how often it was changed, as calendars count it (RFC 5545, SEQUENCE)
 * @param outcome what came of it, or why it was cancelled; null before
 * @param changedAt when it was last set, cancelled or recorded
 */
public record CaseMeeting(
    int number,
    String url,
    String topic,
    Instant startsAt,
    int minutes,
    List<String> parties,
    Status status,
    int sequence,
    String outcome,
    Instant changedAt) {

  /** What became of it. */
  public enum Status implements Coded {
    SET("set", "待召开"),
    CANCELLED("cancelled", "已取消"),
    HELD("held", "已召开");

    private final String code;
    private final String label;

    Status(String code, String label) {
      this.code = code;
      this.label = label;
    }

    @Override
    public String code() {
      return code;
    }

    @Override
    public String label() {
      return label;
    }
  }

  static CaseMeeting of(EventPayload.MeetingSet set, int sequence, Instant at) {
    return new CaseMeeting(
        set.number(),
        set.url(),
        set.topic(),
        set.startsAt(),
        set.minutes(),
        set.parties() == null ? List.of() : set.parties(),
        Status.SET,
        sequence,
        null,
        at);
  }

  /** The same meeting, held or cancelled. */
  public CaseMeeting ended(Status status, String outcome, Instant at) {
    return new CaseMeeting(
        number, url, topic, startsAt, minutes, parties, status, sequence + 1, outcome, at);
  }

  /** With the words for who reads it. */
  public CaseMeeting shown(UnaryOperator<String> words) {
    return new CaseMeeting(
        number,
        url,
        topic == null ? null : words.apply(topic),
        startsAt,
        minutes,
        parties.stream().map(words).toList(),
        status,
        sequence,
        outcome == null ? null : words.apply(outcome),
        changedAt);
  }

  /** When it is over, as it was set. */
  public Instant endsAt() {
    return startsAt.plus(Duration.ofMinutes(minutes));
  }
}
