package cn.zhitong.assistant.security;

import java.util.Optional;

/** Which departments there are, for the accounts of those who work in them. */
public interface DepartmentDirectory {
  /**
   * The name of the department today.
   *
   * @param text its catalogue id, or a name that it goes or went by
   * @return empty when the catalogue has no such one; the text itself where no catalogue is loaded
   */
  Optional<String> today(String text);
}
