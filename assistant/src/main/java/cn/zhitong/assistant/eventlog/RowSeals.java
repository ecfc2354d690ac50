package cn.zhitong.assistant.eventlog;

import java.util.Optional;

/** Seals of rows by a key that the database does not know. */
public interface RowSeals {

  /** Empty where there is no key. */
  Optional<String> seal(String content);

  /**
   * Why a seal does not hold, in Chinese; empty when it does, or where there is no key.
   *
   * @param seal as the row has it, or null
   */
  Optional<String> problem(String seal, String content);
}
