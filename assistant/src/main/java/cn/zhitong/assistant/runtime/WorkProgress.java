package cn.zhitong.assistant.runtime;

/** Told how far a long piece of work has come. */
@FunctionalInterface
public interface WorkProgress {
  /**
   * @param what what is being done, in Chinese
   * @param done pieces done
   * @param total pieces in all
   */
  void report(String what, int done, int total);
}
