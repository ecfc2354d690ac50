package cn.zhitong.assistant.triage;

import cn.zhitong.assistant.appeal.AppealText;
import java.util.List;

/** Sorts appeals: category, owner, deadline, with reasons; abstains where it does not know. */
public interface Triage {

  Suggestion suggest(AppealText appeal);

  /** The same for many, in order, sharing the embedding. */
  List<Suggestion> suggest(List<AppealText> appeals);
}
