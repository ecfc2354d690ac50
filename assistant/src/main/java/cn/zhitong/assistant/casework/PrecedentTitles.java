package cn.zhitong.assistant.casework;

import cn.zhitong.assistant.security.Caller;
import java.util.List;
import java.util.UUID;

/** Tells what past replies a draft rests on; the log keeps their ids only. */
public interface PrecedentTitles {
  /**
   * @return those that still exist and that the caller may know of, as a draft's own answer has
   *     them
   */
  List<? extends Record> describe(List<UUID> ids, Caller caller);
}
