package cn.zhitong.assistant.casework;

import cn.zhitong.assistant.appeal.AppealText;
import cn.zhitong.assistant.appeal.Category;
import cn.zhitong.assistant.triage.Suggestion;
import cn.zhitong.assistant.triage.Triage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Suggests by words of the text, and fails when told to. */
@Alternative
@ApplicationScoped
public class ScriptedTriage implements Triage {
  public static final String FINANCE = "市财政局";
  public static final String INDUSTRY = "市工业和信息化局";

  private final AtomicInteger failures = new AtomicInteger();

  public void failNext(int times) {
    failures.set(times);
  }

  @Override
  public Suggestion suggest(AppealText appeal) {
    if (failures.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
      throw new IllegalStateException("scripted failure");
    }
    Category category =
        appeal.text().contains("建议")
            ? Category.SUGGESTION
            : appeal.text().contains("投诉") ? Category.DEMAND : Category.CONSULTATION;
    return new Suggestion(
        new Suggestion.CategoryGuess(category.code(), category.label(), .9),
        List.of(
            new Suggestion.DepartmentGuess(
                null, INDUSTRY, .7, List.of(new Suggestion.Reason("duty", "负责技术改造", null))),
            new Suggestion.DepartmentGuess(null, FINANCE, .2, List.of()),
            new Suggestion.DepartmentGuess(null, "市商务局", .1, List.of())),
        List.of(),
        new Suggestion.Deadline(category.workingDays(), LocalDate.of(2030, 1, 1), true),
        List.of(),
        List.of(),
        false,
        List.of(),
        List.of(),
        "scripted-1",
        List.of(),
        List.of(),
        appeal.text().contains("举报"));
  }

  @Override
  public List<Suggestion> suggest(List<AppealText> appeals) {
    return appeals.stream().map(this::suggest).toList();
  }
}
