package cn.zhitong.assistant.operation;

import java.util.Optional;

/** What runs: to be told to whoever is asked for help. */
final class ProgramCheckup {
  private static final String SUBJECT = "版本";

  private ProgramCheckup() {}

  static Finding finding() {
    return Finding.good(
        SUBJECT,
        "直通 %s，Java %s（%s），%s %s %s"
            .formatted(
                version(),
                Runtime.version(),
                System.getProperty("java.vendor"),
                System.getProperty("os.name"),
                System.getProperty("os.version"),
                System.getProperty("os.arch")));
  }

  /** As packaged; classes that are not packaged have none. */
  static String version() {
    return Optional.ofNullable(ProgramCheckup.class.getPackage().getImplementationVersion())
        .orElse("（未打包）");
  }
}
