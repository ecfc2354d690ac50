package cn.zhitong.assistant.drafting;

import cn.zhitong.assistant.appeal.Category;
import cn.zhitong.assistant.casework.Appeal;
import cn.zhitong.assistant.casework.CaseParticulars;
import cn.zhitong.assistant.casework.state.AnsweredCase;
import cn.zhitong.assistant.privacy.PersonalData;
import cn.zhitong.assistant.runtime.Infrastructure;
import cn.zhitong.assistant.web.Problem;
import cn.zhitong.common.jdbc.Ids;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** How replies come to be past ones: sent from here, or brought in from another system. */
@ApplicationScoped
class PastReplyFeed {
  private static final int MAX_TEXT = 50_000;

  /** A gap: whoever borrows the sentence fills it in. */
  private static final String SENDER = "【单位】";

  private final PastReplyStore store;
  private final Clock clock;

  PastReplyFeed(PastReplyStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** How many were kept. */
  int keep(List<PastReply> replies) {
    if (!replies.isEmpty()) {
      store.insert(replies);
    }
    return replies.size();
  }

  void answered(@Observes AnsweredCase answered) {
    if (answered.reporterProtected()) {
      // Nothing of a protected report is another's to read.
      return;
    }
    Appeal appeal = answered.appeal();
    CaseParticulars sender = CaseParticulars.of(appeal);
    keep(
        List.of(
            new PastReply(
                Ids.next(),
                answered.caseId(),
                PastReply.CASE,
                answered.number(),
                answered.department(),
                answered.category() == null ? null : answered.category().code(),
                PersonalData.mask(sender.hidden(appeal.title(), SENDER)),
                PersonalData.mask(sender.hidden(appeal.text(), SENDER)),
                PersonalData.maskReply(sender.hidden(answered.reply(), SENDER), appeal.appeal()),
                answered.at(),
                now())));
  }

  PastReply read(JsonNode line) {
    String number = text(line, "id");
    String reply = text(line, "reply");
    String title = text(line, "title");
    String question = text(line, "text");
    if (number.isEmpty() || reply.isEmpty()) {
      throw new Problem.InvalidRequest("缺少 id（编号）或 reply（答复）");
    }
    if (title.isEmpty() && question.isEmpty()) {
      throw new Problem.InvalidRequest("title（标题）和 text（正文）不能都为空");
    }
    if (question.length() > MAX_TEXT || reply.length() > MAX_TEXT) {
      throw new Problem.InvalidRequest("正文或答复超过 " + MAX_TEXT + " 个字符");
    }
    String department = text(line, "department");
    return new PastReply(
        Ids.next(),
        null,
        PastReply.HISTORY,
        number,
        department.isEmpty() ? null : department,
        Category.find(text(line, "category")).map(Category::code).orElse(null),
        PersonalData.mask(title),
        PersonalData.mask(question),
        PersonalData.maskReply(reply, title + "\n" + question),
        day(text(line, "repliedAt")),
        now());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private static String text(JsonNode line, String field) {
    return line.path(field).asText("").strip();
  }

  /** Odd forms of times are common in old systems and matter little here. */
  private static Instant day(String text) {
    try {
      return text.length() < 10
          ? null
          : LocalDate.parse(text.substring(0, 10).replace('/', '-'))
              .atStartOfDay(Infrastructure.ZONE)
              .toInstant();
    } catch (DateTimeException e) {
      return null;
    }
  }
}
