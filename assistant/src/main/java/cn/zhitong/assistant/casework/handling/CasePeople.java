package cn.zhitong.assistant.casework.handling;

import cn.zhitong.assistant.casework.EventPayload;
import cn.zhitong.assistant.casework.Owner;
import cn.zhitong.assistant.casework.PlainText;
import cn.zhitong.assistant.casework.log.CaseOwnerStore;
import cn.zhitong.assistant.casework.state.CaseFile;
import cn.zhitong.assistant.casework.state.CaseState;
import cn.zhitong.assistant.casework.state.SupportTask;
import cn.zhitong.assistant.security.Role;
import cn.zhitong.assistant.security.StaffDirectory;
import cn.zhitong.assistant.security.StaffDirectory.Member;
import cn.zhitong.assistant.web.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The people around a case: who may be given it, and who is called in a note. */
@ApplicationScoped
public class CasePeople {
  private final StaffDirectory staff;
  private final CaseOwnerStore owners;

  CasePeople(StaffDirectory staff, CaseOwnerStore owners) {
    this.staff = staff;
    this.owners = owners;
  }

  /** How the enterprise wants to be told; null where it did not say. */
  public List<String> notifyBy(CaseFile file) {
    return owners.channels(file.id()).orElse(null);
  }

  /** Those who work on it: its departments' handlers first, then the desk. */
  List<Member> around(CaseState standing) {
    return staff.members().stream()
        .filter(member -> worksOn(member, standing))
        .sorted(
            Comparator.comparing((Member member) -> !handles(member, standing))
                .thenComparing(Member::name)
                .thenComparing(Member::account))
        .toList();
  }

  private static boolean worksOn(Member member, CaseState standing) {
    return member.has(Role.AGENT)
        || handles(member, standing)
        || standing.parts().stream()
            .anyMatch(
                part ->
                    part.progress() != SupportTask.Progress.RETURNED
                        && member.handles(part.department().name(), part.department().id()));
  }

  private static boolean handles(Member member, CaseState standing) {
    Owner lead = standing.department();
    return lead != null && member.handles(lead.name(), lead.id());
  }

  /** Whether the case may be given to this person. */
  private static boolean assignable(Member member, CaseState standing) {
    return handles(member, standing) || member.has(Role.AGENT);
  }

  /**
   * An assignment's body.
   *
   * @throws Problem.InvalidRequest when there is no such person in the lead department or at the
   *     desk
   */
  EventPayload assigned(EventRequest request, CaseState standing) {
    String wanted = PlainText.clean(request.person());
    if (wanted.isEmpty()) {
      return new EventPayload.Assigned(null, null);
    }
    List<Member> fitting =
        around(standing).stream()
            .filter(member -> assignable(member, standing))
            .filter(member -> member.account().equals(wanted) || member.name().equals(wanted))
            .toList();
    Member person =
        fitting.stream()
            .filter(member -> member.account().equals(wanted))
            .findFirst()
            .or(
                () ->
                    fitting.size() == 1 ? fitting.stream().findFirst() : java.util.Optional.empty())
            .orElseThrow(
                () ->
                    new Problem.InvalidRequest(
                        fitting.isEmpty()
                            ? "“" + wanted + "”不是牵头部门的承办人，也不是坐席；请从名单中选择。"
                            : "有几位“" + wanted + "”，请从名单中选择账号。"));
    return new EventPayload.Assigned(person.account(), person.name());
  }

  /** Accounts of those whom a note calls: {@code @} and an account or a name, longest first. */
  public List<String> mentioned(String text, CaseState standing) {
    if (text == null || text.indexOf('@') < 0 && text.indexOf('＠') < 0) {
      return List.of();
    }
    String plain = text.replace('＠', '@');
    List<Member> byLength = new ArrayList<>(around(standing));
    byLength.sort(Comparator.comparingInt((Member member) -> -member.name().length()));
    List<String> called = new ArrayList<>();
    for (Member member : byLength) {
      if (calls(plain, member.account()) || calls(plain, member.name())) {
        called.add(member.account());
        plain = plain.replace("@" + member.name(), " ");
      }
    }
    return called;
  }

  private static boolean calls(String text, String name) {
    return !name.isBlank() && text.contains("@" + name);
  }

  /** Accounts of the lead department's handlers, or of the one whom it is assigned to. */
  public List<String> responsible(CaseState standing) {
    if (standing.assignee() != null) {
      return List.of(standing.assignee());
    }
    return staff.members().stream()
        .filter(member -> handles(member, standing))
        .map(Member::account)
        .toList();
  }

  /** Accounts of the supervising office. */
  public List<String> supervisors() {
    return staff.supervisors();
  }

  /** The enterprise's account that the case is under; none where it has no login. */
  public List<String> enterprise(CaseFile file) {
    return owners.of(file.id()).stream().toList();
  }
}
