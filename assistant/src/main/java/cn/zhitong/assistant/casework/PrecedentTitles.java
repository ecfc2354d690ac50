package cn.zhitong.assistant.casework;

import cn.zhitong.assistant.security.Caller;
import com.fasterxml.jackson.databind.JsonNode;

/** Tells what past replies a draft rests on; the log keeps their ids only. */
public interface PrecedentTitles {
  /**
   * @param ids as a draft's event has them: objects with an {@code id}
   * @return those that still exist and that the caller may know of, described
   */
  JsonNode describe(JsonNode ids, Caller caller);
}
