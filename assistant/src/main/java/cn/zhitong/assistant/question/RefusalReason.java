package cn.zhitong.assistant.question;

/** Why a question is not answered, with what the asker is told. */
public enum RefusalReason {
  NO_EVIDENCE(
      "no_evidence", "没有找到能够回答这个问题的政策依据，为避免误导，这里不作回答。您可以补充地区、政策名称等信息后再问，也可以把问题作为来件提交，由主管部门答复。"),
  OUT_OF_SCOPE("out_of_scope", "这个问题不属于涉企政策咨询的范围，这里不作回答。如果与企业办事有关，请说明具体事项；也可以把问题作为来件提交，由工作人员处理。"),
  UNSAFE("unsafe", "这个问题包含不适宜处理的内容，这里不作回答。如有企业政策方面的问题，请重新描述；确需反映情况的，可以作为来件提交。");

  private final String code;
  private final String text;

  RefusalReason(String code, String text) {
    this.code = code;
    this.text = text;
  }

  public String code() {
    return code;
  }

  /** What the asker reads; it offers to file the question as an appeal. */
  public String text() {
    return text;
  }
}
