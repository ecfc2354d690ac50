package cn.zhitong.assistant.question;

/** What askers read beside the policies' own words. */
final class AnswerTexts {
  static final String RELATED =
      "没有找到能够直接回答这个问题的条款。下面是可能与您的问题有关的条款原文，供参考，并不表示就是答案。您可以把问题问得更具体一些，也可以把问题作为来件提交，由主管部门答复。";
  static final String RELATED_IN_HASTE =
      "当前使用的人较多，没有逐条判断是否回答了您的问题。下面是可能有关的条款原文，供参考，并不表示就是答案。您可以稍后再问，也可以把问题作为来件提交，由主管部门答复。";
  static final String NO_EVIDENCE =
      "没有找到能够回答这个问题的政策依据，为避免误导，这里不作回答。您可以补充地区、政策名称等信息后再问，也可以把问题作为来件提交，由主管部门答复。";
  static final String LOADING = "政策库正在载入，目前已载入的政策里没有找到能够回答这个问题的依据。请过几分钟再问；急需答复的，可以把问题作为来件提交。";
  static final String UNAVAILABLE = "服务暂时无法回答，请稍后再问一次，也可以把问题作为来件提交，由主管部门答复。";
  static final String NO_EVIDENCE_ENGLISH =
      "No clause in this library answers the question, so nothing is claimed here. The policies are"
          + " in Chinese: please ask again in Chinese, or submit the question as a case (来件) and"
          + " the responsible department will reply.";
  static final String OUT_OF_SCOPE =
      "这个问题不属于涉企政策咨询的范围，这里不作回答。如果与企业办事有关，请说明具体事项；也可以把问题作为来件提交，由工作人员处理。";
  static final String UNSAFE = "这个问题包含不适宜处理的内容，这里不作回答。如有企业政策方面的问题，请重新描述；确需反映情况的，可以作为来件提交。";
  static final String GREETING =
      "您好！请直接写下您想问的企业政策问题，比如补贴多少、怎么申报、什么时候截止。回答都注明政策出处；找不到依据的，可以作为来件提交，由主管部门答复。";
  static final String THANKS = "不客气。还有企业政策方面的问题，可以继续问；需要部门答复的，可以作为来件提交。";
  static final String FAREWELL = "再见。以后有企业政策方面的问题，欢迎再来；需要部门答复的，可以作为来件提交。";
  static final String IDENTITY =
      "我是涉企政策问答助手，只依据已收录的政策文件回答，每句话都注明出处；找不到依据时不作回答，您可以把问题作为来件提交，由主管部门答复。";
  static final String COMPLAINT = "您反映的是办事中遇到的情况，政策条款不能代为处理。请把具体事项、时间和经办单位作为来件提交，由主管部门核实后答复。";

  private AnswerTexts() {}
}
