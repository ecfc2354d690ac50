package cn.zhitong.assistant.triage.learn;

/** Similarities of rows, positive definite: what {@link Ridge} knows of them. */
interface Kernel {
  /**
   * @param order which row stands at each place, or {@link Ridge#NO_ROW}, whose similarities stay 0
   * @param similarities to be filled, 0 before
   */
  void fill(int[] order, BlockedCholesky similarities);
}
