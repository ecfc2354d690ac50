package cn.zhitong.assistant.casework.handling;

import cn.zhitong.assistant.casework.CaseEvent;
import cn.zhitong.assistant.casework.EventPayload;
import cn.zhitong.assistant.casework.EventType;
import cn.zhitong.assistant.casework.state.CaseFile;
import cn.zhitong.assistant.web.Problem;
import java.util.List;
import java.util.Map;

/**
 * An act that its actor sends once more, on the same basis, because the answer got lost. Most acts
 * would be stale then; a note or a repayment makes nothing stale, not even itself, and would be
 * written twice.
 */
final class RepeatedAct {
  private RepeatedAct() {}

  /**
   * @param basedOn the version that the actor had seen; null where none was given
   * @throws Problem.Conflict when the same was written by the same actor since then
   */
  static void refuse(
      CaseFile file, EventType type, Integer basedOn, String actor, EventPayload payload) {
    int version = file.standing().version();
    if (basedOn == null || basedOn >= version || basedOn < 1) {
      return;
    }
    List<CaseEvent> since = file.events().subList(basedOn, version);
    for (CaseEvent event : since) {
      if (event.type() == type && event.actor().equals(actor) && event.payload().equals(payload)) {
        throw new Problem.Conflict(
            "同样的内容您已经记录过了（第 %d 条），没有重复记录；要再记一次，请刷新后重试。".formatted(event.seq()),
            Map.of("version", version, "seq", event.seq()));
      }
    }
  }
}
