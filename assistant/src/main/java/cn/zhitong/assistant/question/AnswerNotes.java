package cn.zhitong.assistant.question;

import cn.zhitong.assistant.question.AnswerPipeline.Evidence;
import cn.zhitong.common.region.Gazetteer;
import java.util.ArrayList;
import java.util.List;

/** The program's own remarks beside an answer, made by rules. */
final class AnswerNotes {
  private final Gazetteer gazetteer;

  AnswerNotes(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
  }

  List<AnswerNote> of(
      AnalyzedQuestion question,
      QuestionRequest request,
      List<Turn> turns,
      Answer answer,
      Evidence evidence) {
    List<AnswerNote> notes = new ArrayList<>();
    if (!turns.isEmpty()
        && !question.text().equals(QuestionNormalizer.normal(request.question()))) {
      notes.add(AnswerNote.carriedOver("按上文理解为：“" + question.text() + "”。如果不是这个意思，请把问题写完整再问。"));
    }
    return notes;
  }
}
