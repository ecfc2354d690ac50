package cn.zhitong.assistant.casework.log;

import cn.zhitong.assistant.casework.CaseEvent;
import cn.zhitong.assistant.casework.state.CaseFile;
import cn.zhitong.assistant.notice.Notice;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Words what people are told of an event; the log puts it into the outbox with the event itself.
 */
public interface EventNotices {
  /** What an event is to be told of; empty for most. */
  Optional<Notice> of(CaseFile after, CaseEvent event);

  /** To the supervising office, with the cases. */
  Notice repeatedInspections(CaseFile file, List<RepeatedInspections.Inspected> cases, Instant at);
}
