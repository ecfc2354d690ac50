package cn.zhitong.assistant.runtime;

/** The demonstration's policies, departments and appeals. */
public interface DemoContent {
  /** Loads what is not there yet; called at each start with {@code --demo}. */
  void load(WorkProgress progress);
}
