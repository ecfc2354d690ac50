package cn.zhitong.assistant.operation;

import java.io.IOException;

/** A backup that is not restored; the message is Chinese and says why. */
final class BackupRefusal extends IOException {
  private static final long serialVersionUID = 1L;

  BackupRefusal(String message) {
    super(message);
  }

  BackupRefusal(String message, Throwable cause) {
    super(message, cause);
  }
}
