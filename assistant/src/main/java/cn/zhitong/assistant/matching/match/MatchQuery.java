package cn.zhitong.assistant.matching.match;

import cn.zhitong.assistant.matching.enterprise.CreditCode;
import cn.zhitong.assistant.matching.enterprise.EnterpriseAccess;
import cn.zhitong.assistant.matching.enterprise.EnterpriseFile;
import cn.zhitong.assistant.matching.enterprise.Enterprises;
import cn.zhitong.assistant.matching.enterprise.InvalidFile;
import cn.zhitong.assistant.matching.tag.EnterpriseTag;
import cn.zhitong.assistant.matching.tag.EnterpriseTags;
import cn.zhitong.assistant.security.Caller;
import cn.zhitong.assistant.web.Problem;
import cn.zhitong.common.jdbc.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/** What requests for matches name: whose file, and as of which day. */
@ApplicationScoped
class MatchQuery {
  private final Enterprises enterprises;
  private final EnterpriseAccess access;
  private final EnterpriseTags tags;
  private final Clock clock;

  @Inject
  MatchQuery(Enterprises enterprises, EnterpriseAccess access, EnterpriseTags tags, Clock clock) {
    this.enterprises = enterprises;
    this.access = access;
    this.tags = tags;
    this.clock = clock;
  }

  /** The file, where the caller may look into it; the look is recorded. */
  EnterpriseFile file(Caller caller, String creditCode, String reason) {
    EnterpriseAccess.requireReader(caller);
    try {
      CreditCode code = CreditCode.of(creditCode);
      access.read(caller, code, reason);
      return enterprises
          .file(code)
          .orElseThrow(() -> new Problem.NotFound("没有信用代码为 " + code + " 的企业档案。"));
    } catch (InvalidFile e) {
      throw new Problem.InvalidRequest(e.getMessage());
    }
  }

  /** The tag that narrows a count; null where none is asked for. */
  EnterpriseTag tag(String id) {
    if (id == null || id.isBlank()) {
      return null;
    }
    return Ids.parse(id)
        .flatMap(tags::of)
        .orElseThrow(() -> new Problem.InvalidRequest("tag：没有编号为 " + id + " 的标签，请从标签列表中选取。"));
  }

  LocalDate day(String asOf) {
    try {
      return asOf == null || asOf.isBlank() ? LocalDate.now(clock) : LocalDate.parse(asOf);
    } catch (DateTimeParseException e) {
      throw new Problem.InvalidRequest("asOf：应为 2024-06-30 这样的日期，而不是 " + asOf);
    }
  }
}
