package cn.zhitong.assistant.runtime;

import java.util.Map;

/** Gives the passwords of the accounts that this start made. */
public interface FirstPasswords {
  /** By account name; empty when the accounts stood already, and at every further call. */
  Map<String, String> passwordsOnce();
}
