package cn.zhitong.assistant.casework.handling;

import cn.zhitong.assistant.casework.Appeal;
import cn.zhitong.assistant.casework.CaseParticulars;
import cn.zhitong.assistant.casework.Owner;
import cn.zhitong.assistant.casework.PlainText;
import cn.zhitong.assistant.casework.log.CaseStore;
import cn.zhitong.assistant.casework.state.CaseFile;
import cn.zhitong.assistant.department.Catalogue;
import cn.zhitong.assistant.department.Department;
import cn.zhitong.assistant.privacy.PersonalData;
import cn.zhitong.assistant.web.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a reply may say of persons, to the enterprise that asked and to those that follow it. */
@ApplicationScoped
public class ReplyDisclosure {
  private static final String HELLO = "您好：";

  private final CaseStore store;
  private final Catalogue catalogue;

  ReplyDisclosure(CaseStore store, Catalogue catalogue) {
    this.store = store;
    this.catalogue = catalogue;
  }

  /**
   * @return true when somebody looked at the personal data in the text; null when it has none
   * @throws Problem.InvalidRequest when the text has personal data that nobody said was looked at
   */
  Boolean requireChecked(EventRequest request, String text, CaseFile file) {
    if (clean(text, file)) {
      return null;
    }
    if (!Boolean.TRUE.equals(request.personalDataChecked())) {
      List<String> kinds = PersonalData.kinds(text);
      throw new Problem.InvalidRequest(
          "答复中有手机号、身份证号、银行卡号等个人信息，请删去；确需写明的，请逐项核对后以 personalDataChecked: true 再次提交。",
          Map.of("personalData", kinds));
    }
    return true;
  }

  /**
   * The reply goes out, to merged cases too. Where it tells of the main case's sender and no other
   * text was given, they get one that says only that the matter was answered: which sentences of
   * the reply are that sender's own affairs (what it owes, where it is) no rule can tell.
   *
   * @return their own text; null where they get the same
   * @throws Problem.InvalidRequest when the text given for them tells of the main case's sender
   */
  String requireForFollowers(EventRequest request, String text, CaseFile file) {
    int followers = store.followerCount(file.id());
    if (followers == 0) {
      return null;
    }
    String given = PlainText.clean(request.followersText());
    if (!given.isEmpty() && tells(given, file)) {
      throw new Problem.InvalidRequest(
          "发给 " + followers + " 件并入来件的答复（followersText）中有主办件来件人的名称、联系方式等信息，请删去。",
          Map.of("followers", followers));
    }
    String shown = given.isEmpty() ? forFollowers(text, file) : given;
    return shown.equals(text) ? null : EventBodies.required(shown, "followersText（发给并入办件的答复）");
  }

  private String forFollowers(String text, CaseFile file) {
    String shown = ungreeted(text, file.appeal());
    return tells(shown, file) ? covering(file) : shown;
  }

  /** Whether others would learn from a reply who sent the appeal, where it is or what it owes. */
  private static boolean tells(String reply, CaseFile file) {
    return CaseParticulars.of(file.appeal()).in(reply)
        || OwnAffairs.in(reply)
        || !reply.equals(PersonalData.maskReply(reply, file.appeal().appeal()));
  }

  private static String covering(CaseFile file) {
    Owner owner = file.standing().department();
    return HELLO
        + "\n您反映的事项与其他来件属于同一问题，已合并办理并作出答复。答复涉及其他来件人的具体情况，不便转告；您需要了解办理结果的，请联系"
        + (owner == null ? "承办部门" : owner.name())
        + "，或在本件中评价、反映。";
  }

  /**
   * What a handler should know before sending: empty where nothing is merged into the case, or the
   * reply can go to all.
   */
  public Optional<String> followersNote(String text, CaseFile file) {
    int followers = store.followerCount(file.id());
    if (followers == 0 || !tells(ungreeted(text, file.appeal()), file)) {
      return Optional.empty();
    }
    return Optional.of(
        "本件并有 " + followers + " 件其他来件，文中有来件人自己的情况，不会原样转发；请另写发给他们的答复，否则他们只收到“已合并办理并作出答复”的告知。");
  }

  /**
   * Why a case is turned away is told to those that follow it, too.
   *
   * @throws Problem.InvalidRequest when it tells of the main case's sender
   */
  void requireNeutral(String reason, CaseFile file) {
    if (store.followerCount(file.id()) > 0 && CaseParticulars.of(file.appeal()).in(reason)) {
      throw new Problem.InvalidRequest("本件并有其他来件，理由会一并告知，请删去其中主办件来件人的名称、联系方式等信息。");
    }
  }

  /** A salutation names the main case's enterprise as a matter of course. */
  private static String ungreeted(String text, Appeal appeal) {
    String enterprise = appeal.enterprise() == null ? "" : appeal.enterprise().strip();
    if (enterprise.isEmpty() || !text.startsWith(enterprise)) {
      return text;
    }
    String rest = text.substring(enterprise.length()).replaceFirst("^\\s{0,4}[：:，,]\\s{0,4}", "");
    return rest.startsWith("您好") ? rest : HELLO + "\n" + rest;
  }

  /** The office's own telephone is public, were it a mobile. */
  private boolean clean(String text, CaseFile file) {
    Owner owner = file.standing().department();
    String hotline =
        Optional.ofNullable(owner)
            .flatMap(office -> catalogue.byName(office.name()))
            .map(Department::hotline)
            .orElse(null);
    String others = hotline == null || hotline.isBlank() ? text : text.replace(hotline, "");
    return others.equals(PersonalData.maskReply(others, file.appeal().appeal()));
  }
}
