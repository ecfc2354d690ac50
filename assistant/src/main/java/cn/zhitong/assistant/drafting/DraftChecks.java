package cn.zhitong.assistant.drafting;

import cn.zhitong.assistant.appeal.Category;
import cn.zhitong.assistant.casework.ReplyText;
import cn.zhitong.assistant.citation.Citation;
import cn.zhitong.assistant.privacy.PersonalData;
import cn.zhitong.ingest.policy.PolicyStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What a person should see before a reply is sent. */
final class DraftChecks {
  private static final Pattern DATE = Pattern.compile("\\d{4}年\\d{1,2}月\\d{1,2}日\\s*$");

  private static final Pattern TONE =
      Pattern.compile(
          "一定(?:会|能|可以)|肯定(?:会|能|可以)|绝对|保证(?!金|书|人|期|责任|安全|质量)|百分之百|100%|必然|永远|无论如何|万无一失"
              + "|呗|咱|哈哈|呵呵|嘛|啦|哦|亲[，,～~]|搞定|没门|爱莫能助|你(?!好|们)");

  private DraftChecks() {}

  /**
   * What a reply is held against.
   *
   * @param hotline the office's telephone, null where unknown
   * @param appeal title and text
   * @param category of the appeal
   */
  record Writing(String hotline, String appeal, Category category) {}

  /** Checks of a whole draft. */
  static List<Draft.Check> of(
      String text,
      List<Citation> citations,
      int unverified,
      List<Draft.Matter> matters,
      PastReplyDrafter.Adapted precedent,
      Writing writing) {
    List<Draft.Check> checks = new ArrayList<>();
    checks.add(citations(citations, unverified));
    checks.add(inForce(citations));
    checks.add(matters(matters));
    checks.add(precedents(precedent));
    checks.addAll(ofText(text, writing));
    return checks;
  }

  /** Checks that an edited text can be put to as well. */
  static List<Draft.Check> ofText(String text, Writing writing) {
    List<Draft.Check> checks = new ArrayList<>();
    checks.add(gaps(text));
    checks.add(personalData(text, writing.hotline(), writing.appeal()));
    checks.add(tone(text));
    checks.add(form(text));
    if (writing.category() == Category.CONSULTATION) {
      checks.add(category(text));
    }
    List<AskedPoint> asked = AskedPoint.in(writing.appeal());
    if (!asked.isEmpty()) {
      checks.add(asked(text, asked));
    }
    return checks;
  }

  /** A question that is thanked for as a suggestion has got no answer. */
  private static Draft.Check category(String text) {
    return SuggestionWording.in(text)
        .map(
            words ->
                new Draft.Check("category", false, "这是咨询件，“" + words + "”是对建议的答复，请改为回答所咨询的问题。"))
        .orElseGet(() -> new Draft.Check("category", true, "没有把咨询当作建议答复。"));
  }

  private static Draft.Check asked(String text, List<AskedPoint> asked) {
    List<String> untold =
        asked.stream().filter(point -> !point.isTold(text)).map(AskedPoint::label).toList();
    return untold.isEmpty()
        ? new Draft.Check("asked", true, "来件问到的时间、金额，答复中均有写明。")
        : new Draft.Check(
            "asked", false, "来件问到" + String.join("、", untold) + "，答复中没有写明，请补充；确无规定的，请说明。");
  }

  private static Draft.Check citations(List<Citation> citations, int unverified) {
    if (unverified > 0) {
      return new Draft.Check("citations", false, unverified + " 句未能与原文逐字核对，请删去或改写。");
    }
    return citations.isEmpty()
        ? new Draft.Check("citations", false, "没有检索到可引用的政策依据，请补充依据。")
        : new Draft.Check("citations", true, citations.size() + " 处引用均与原文逐字一致。");
  }

  private static Draft.Check inForce(List<Citation> citations) {
    List<String> ended =
        citations.stream()
            .filter(citation -> citation.status() != PolicyStatus.IN_FORCE)
            .map(citation -> "《" + citation.title() + "》（" + citation.status().label() + "）")
            .distinct()
            .toList();
    return ended.isEmpty()
        ? new Draft.Check("in_force", true, "所引政策均现行有效。")
        : new Draft.Check("in_force", false, "所引政策已不再有效：" + String.join("、", ended) + "。");
  }

  private static Draft.Check matters(List<Draft.Matter> matters) {
    long open = matters.stream().filter(m -> m.basis().equals(Draft.Basis.NONE.code())).count();
    return open == 0
        ? new Draft.Check("matters", true, "来件的 " + matters.size() + " 个事项均有对应的段落。")
        : new Draft.Check(
            "matters",
            false,
            "来件的 " + matters.size() + " 个事项中有 " + open + " 个没有找到依据，已列出并留空，请逐项填写。");
  }

  private static Draft.Check precedents(PastReplyDrafter.Adapted precedent) {
    return !precedent.isEmpty()
        ? new Draft.Check("precedents", false, "有段落参照同类往复改写，未与政策原文核对，请承办单位核实其中事实后再发出。")
        : new Draft.Check("precedents", true, "没有参照往复的段落。");
  }

  /** Words that promise for sure, decide beyond one's power, or are too casual for an office. */
  private static Draft.Check tone(String text) {
    List<String> found =
        TONE.matcher(text).results().map(java.util.regex.MatchResult::group).distinct().toList();
    return found.isEmpty()
        ? new Draft.Check("tone", true, "用语得当。")
        : new Draft.Check("tone", false, "有绝对化、承诺性或随意的用语：" + String.join("、", found) + "，请改写。");
  }

  private static Draft.Check gaps(String text) {
    List<String> gaps = ReplyText.gaps(text);
    return gaps.isEmpty()
        ? new Draft.Check("gaps", true, "没有待填写之处。")
        : new Draft.Check("gaps", false, "还有 " + gaps.size() + " 处待填写，填写后才能发出。");
  }

  /** The office's own telephone is public, were it a mobile; so are landlines but the writer's. */
  private static Draft.Check personalData(String text, String hotline, String appeal) {
    String others = hotline == null ? text : text.replace(hotline, "");
    return others.equals(PersonalData.maskReply(others, appeal))
        ? new Draft.Check("personal_data", true, "没有发现手机号、身份证号等个人信息。")
        : new Draft.Check("personal_data", false, "含有手机号、身份证号等个人信息，请核对是否应当出现。");
  }

  private static Draft.Check form(String text) {
    List<String> missing = new ArrayList<>();
    if (!text.contains("您好")) {
      missing.add("称呼");
    }
    if (!text.contains("收悉")) {
      missing.add("来件收悉");
    }
    if (!text.contains("答复如下")) {
      missing.add("现答复如下");
    }
    if (!text.contains("感谢")) {
      missing.add("感谢");
    }
    if (!DATE.matcher(text).find()) {
      missing.add("落款日期");
    }
    return missing.isEmpty()
        ? new Draft.Check("form", true, "格式完整。")
        : new Draft.Check("form", false, "缺少：" + String.join("、", missing) + "。");
  }
}
