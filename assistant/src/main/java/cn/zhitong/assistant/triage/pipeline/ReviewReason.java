package cn.zhitong.assistant.triage.pipeline;

/** Why a person should look before a suggestion is followed, with what is said of it. */
enum ReviewReason {
  CATEGORY_UNSURE("类别把握不足（%.0f%%），请人工判断"),
  NO_DEPARTMENTS("没有部门目录，也没有历史来件，请先导入部门目录"),
  DEPARTMENT_UNSURE("承办部门把握不足（%.0f%%），请从候选中选定"),
  PLACE_UNKNOWN("来件没有说明事情在哪里，几个地方都有这样的部门，请先核实地区"),
  POSSIBLY_URGENT("可能情况紧急，请先核实是否需要转 110、119、120"),
  EXTREME_WORDS("含极端言论，请先由专人联系来件人"),
  POSSIBLY_NOT_ACCEPTED("可能已进入%s，请核实是否属于不予受理");

  private final String text;

  ReviewReason(String text) {
    this.text = text;
  }

  /** The words for people; the same in the API. */
  String text(Object... values) {
    return values.length == 0 ? text : text.formatted(values);
  }
}
