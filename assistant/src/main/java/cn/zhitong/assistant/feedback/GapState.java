package cn.zhitong.assistant.feedback;

import cn.zhitong.common.text.Coded;

/** How far a gap of the library is. */
enum GapState implements Coded {
  OPEN("open", "待处理"),
  ASSIGNED("assigned", "已交办"),
  PUBLISHED("published", "已发布"),
  ANSWERED("answered", "已能回答"),
  DISMISSED("dismissed", "不收录");

  private final String code;
  private final String label;

  GapState(String code, String label) {
    this.code = code;
    this.label = label;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public String label() {
    return label;
  }

  static GapState ofCode(String code) {
    return Coded.of(GapState.class, code);
  }
}
