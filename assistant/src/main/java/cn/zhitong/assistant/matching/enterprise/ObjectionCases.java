package cn.zhitong.assistant.matching.enterprise;

/** Where an objection to a fact becomes a case of the department that told it. */
public interface ObjectionCases {
  /**
   * Opens the case.
   *
   * @param key the same key opens no second case
   * @return the case's number
   */
  String open(String key, String title, String text, String region, String enterprise);
}
