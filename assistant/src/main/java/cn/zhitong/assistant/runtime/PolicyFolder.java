package cn.zhitong.assistant.runtime;

import java.nio.file.Path;

/** Takes in a folder of policy files at the start of the service ({@code --policies}). */
public interface PolicyFolder {
  /** One line in Chinese for the operator: how many came in, and what failed and why. */
  String ingest(Path folder, WorkProgress progress);
}
