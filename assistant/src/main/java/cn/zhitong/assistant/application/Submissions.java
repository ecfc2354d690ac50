package cn.zhitong.assistant.application;

import cn.zhitong.assistant.application.ApplicationForm.Asked;
import cn.zhitong.assistant.application.ApplicationForm.Evidence;
import cn.zhitong.assistant.application.ApplicationForm.Lacking;
import cn.zhitong.assistant.application.ApplicationPayload.Answer;
import cn.zhitong.assistant.application.ApplicationPayload.Profile;
import cn.zhitong.assistant.application.ApplicationPayload.Submitted;
import cn.zhitong.assistant.attachment.AttachmentList;
import cn.zhitong.assistant.casework.PlainText;
import cn.zhitong.assistant.matching.condition.Evaluation;
import cn.zhitong.assistant.matching.condition.MatchOutcome;
import cn.zhitong.assistant.matching.condition.UnknownKind;
import cn.zhitong.assistant.matching.enterprise.CreditCode;
import cn.zhitong.assistant.matching.enterprise.EnterpriseFile;
import cn.zhitong.assistant.matching.enterprise.Enterprises;
import cn.zhitong.assistant.matching.enterprise.InvalidFile;
import cn.zhitong.assistant.matching.item.ItemContent;
import cn.zhitong.assistant.matching.item.ItemLibrary;
import cn.zhitong.assistant.matching.item.StoredItem;
import cn.zhitong.assistant.security.Caller;
import cn.zhitong.assistant.web.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Whether an application may be sent in: item open → conditions → answers → material. */
@ApplicationScoped
class Submissions {
  private final ItemLibrary library;
  private final Enterprises enterprises;
  private final Eligibility eligibility;
  private final ApplicationForm form;
  private final AttachmentList attachments;

  Submissions(
      ItemLibrary library,
      Enterprises enterprises,
      Eligibility eligibility,
      ApplicationForm form,
      AttachmentList attachments) {
    this.library = library;
    this.enterprises = enterprises;
    this.eligibility = eligibility;
    this.form = form;
    this.attachments = attachments;
  }

  /**
   * What somebody wants to send in.
   *
   * @param draft that its files belong to; null where it has none
   * @param day on which it is sent in
   * @param override reason of staff for sending it in all the same; null for none
   */
  record Wanted(
      StoredItem item,
      EnterpriseFile file,
      List<Answer> answers,
      Long appliedFen,
      UUID draft,
      LocalDate day,
      String override) {}

  /** The reason of staff for sending it in although a condition is not met; null for none. */
  static String override(String given, Caller caller) {
    String reason = PlainText.clean(given);
    if (reason.isEmpty()) {
      return null;
    }
    if (!caller.worksHere()) {
      throw new Problem.Forbidden("条件不符合时，只有工作人员可以写明理由代为提交。");
    }
    return reason;
  }

  LocalDate today() {
    return eligibility.today();
  }

  /** The published item, whose policy holds. */
  StoredItem item(UUID id) {
    if (id == null) {
      throw new Problem.InvalidRequest("itemId：请给出要申报的事项。");
    }
    return library.on(eligibility.today()).stream()
        .map(ItemLibrary.Published::item)
        .filter(item -> item.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new Problem.NotFound("没有编号为 " + id + " 的已发布事项，或其政策已失效；请在事项列表中重新选择。"));
  }

  static CreditCode code(String text) {
    try {
      return CreditCode.of(text);
    } catch (InvalidFile e) {
      throw new Problem.InvalidRequest("creditCode：" + e.getMessage());
    }
  }

  EnterpriseFile file(CreditCode code) {
    return enterprises
        .file(code)
        .orElseThrow(() -> new Problem.NotFound("没有信用代码为 " + code + " 的企业档案，请先建立档案再申报。"));
  }

  /**
   * The window is open on a day.
   *
   * @throws Problem.Conflict saying from when or until when it is, or was
   */
  void requireOpen(StoredItem item, LocalDate day) {
    ItemContent.WindowBody window = item.content().window();
    if (window == null || window.isOpen(day)) {
      return;
    }
    boolean early = window.from() != null && day.isBefore(window.from());
    String why = early ? "申报还没有开始，" + window.from() + " 起可以申报" : "申报已于 " + window.to() + " 截止";
    Map<String, Object> dates = new LinkedHashMap<>();
    dates.put("opens", Objects.toString(window.from(), ""));
    dates.put("closes", Objects.toString(window.to(), ""));
    String until = early && window.to() != null ? "，至 " + window.to() : "";
    throw new Problem.Conflict("“" + item.content().title() + "”" + why + until + "。", dates);
  }

  /**
   * What is recorded of a submission.
   *
   * @throws Problem with what is not met or lacking
   */
  Submitted checked(Wanted wanted) {
    StoredItem item = wanted.item();
    requireOpen(item, wanted.day());
    Evaluation evaluation = eligibility.of(item, wanted.file(), wanted.answers());
    boolean failed = evaluation.outcome() == MatchOutcome.NOT_MET;
    if (failed && wanted.override() == null) {
      throw notMet(item, evaluation);
    }
    List<AttachmentList.Entry> files =
        wanted.draft() == null
            ? List.of()
            : attachments.of(ApplicationAttachments.KIND, wanted.draft());
    if (!failed) {
      requireComplete(wanted, evaluation, files);
    }
    return new Submitted(
        wanted.answers(),
        wanted.appliedFen(),
        files.stream().map(AttachmentList.Entry::id).toList(),
        evaluation.outcome().code(),
        profile(wanted.file()),
        failed ? Boolean.TRUE : null);
  }

  private Problem notMet(StoredItem item, Evaluation evaluation) {
    List<Lacking> unmet = form.unmet(item, evaluation);
    String reasons =
        unmet.stream()
            .map(one -> one.words() + "（原文：“" + one.quote() + "”）")
            .collect(Collectors.joining("；"));
    return new Problem.Conflict(
        "按已有数据不符合申报条件：" + reasons + "。数据有误的，请先在企业档案中更正或提出异议。",
        Map.of("outcome", MatchOutcome.NOT_MET.code(), "unmet", unmet));
  }

  private void requireComplete(
      Wanted wanted, Evaluation evaluation, List<AttachmentList.Entry> files) {
    Set<String> answered = wanted.answers().stream().map(Answer::field).collect(Collectors.toSet());
    List<Asked> missing =
        evaluation.unknownKind() == UnknownKind.DATA
            ? form.asked(evaluation).stream()
                .filter(Asked::required)
                .filter(one -> !answered.contains(one.field()))
                .toList()
            : List.of();
    List<Evidence> lacking = missingFiles(wanted, evaluation, files);
    if (missing.isEmpty() && lacking.isEmpty()) {
      return;
    }
    List<String> names = new ArrayList<>();
    missing.forEach(one -> names.add("请填写“" + one.name() + "”" + period(one)));
    lacking.forEach(one -> names.add("请上传“" + one.name() + "”"));
    throw new Problem.InvalidRequest(
        "还不能提交：" + String.join("；", names) + "。可以先保存草稿，补齐后再提交。",
        Map.of("missing", missing, "missingAttachments", lacking));
  }

  private static String period(Asked one) {
    return one.period() == null ? "" : "（" + one.period() + " 年）";
  }

  private static List<Evidence> missingFiles(
      Wanted wanted, Evaluation evaluation, List<AttachmentList.Entry> files) {
    Set<String> parts = files.stream().map(AttachmentList.Entry::part).collect(Collectors.toSet());
    return ApplicationForm.evidence(wanted.item().content(), evaluation).stream()
        .filter(Evidence::required)
        .filter(one -> !parts.contains(one.part()))
        .toList();
  }

  static Profile profile(EnterpriseFile file) {
    return new Profile(file.latest("region"), file.latest("industry"), file.scale());
  }

  /** What the file did not hold is kept in it, as the enterprise's own statement. */
  void keepStatements(EnterpriseFile file, List<Answer> answers, String actor) {
    var news = eligibility.news(file, answers);
    if (!news.isEmpty()) {
      enterprises.state(file.creditCode(), news, actor);
    }
  }
}
