package cn.zhitong.assistant.drafting;

import cn.zhitong.assistant.appeal.Category;
import cn.zhitong.assistant.casework.ReplyText;
import cn.zhitong.assistant.citation.Citation;
import cn.zhitong.assistant.citation.CitedSentence;
import cn.zhitong.assistant.privacy.PersonalData;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Lays matters out as offices write to enterprises: 称呼, 来件收悉, 经研究现答复如下, 一、二、…, 感谢, 落款, 日期. What
 * only the office knows stays a gap 【…】.
 */
final class OfficialForm {
  private static final String[] NUMERALS = {"一", "二", "三", "四", "五", "六", "七", "八", "九"};
  private static final int HEADING = 40;

  /** How the line begins that names the matters which are answered together. */
  static final String TOGETHER = "以上一并答复您提出的：";

  private static final Pattern THANKED = Pattern.compile("感谢[您你]对");

  private final List<Draft.Block> blocks = new ArrayList<>();
  private final List<Draft.Matter> named = new ArrayList<>();
  private final LinkedHashSet<Citation> citations = new LinkedHashSet<>();

  /**
   * What the form takes from the case.
   *
   * @param enterprise name, null where it was not given
   * @param title the appeal's, may be empty
   * @param number the case's, null where there is none yet
   * @param office who signs, null where nobody was decided on
   * @param hotline the office's telephone, null where unknown
   * @param greeting as the office greets where the enterprise is not named; empty without a habit
   */
  record Frame(
      String enterprise,
      String title,
      String number,
      Category category,
      String office,
      String hotline,
      String greeting,
      LocalDate today) {}

  List<Draft.Block> blocks() {
    return List.copyOf(blocks);
  }

  List<Citation> citations() {
    return List.copyOf(citations);
  }

  /** The matters as they are named, in the appeal's order. */
  List<Draft.Matter> matters() {
    return List.copyOf(named);
  }

  /**
   * @param precedent answers together what no policy does; an answer to a question begins with the
   *     policies, a report on what was done with what such reports say
   */
  OfficialForm lay(Frame frame, List<MatterReply> matters, PastReplyDrafter.Adapted precedent) {
    boolean consultation = frame.category() == Category.CONSULTATION;
    opening(frame);
    if (!consultation) {
      precedent(precedent);
    }
    boolean several = matters.size() > 1;
    int headed = 0;
    List<String> open = new ArrayList<>();
    for (MatterReply matter : matters) {
      String gist = gist(matter.matter());
      Draft.Basis basis = basis(matter, precedent);
      named.add(new Draft.Matter(gist, basis.code()));
      if (several && basis != Draft.Basis.PRECEDENT) {
        plain(Draft.Kind.HEADING, NUMERALS[headed++] + "、关于“" + gist + "”");
      }
      switch (basis) {
        case POLICY -> cited(matter, frame.category(), precedent);
        case PRECEDENT -> open.add(gist);
        case NONE -> gap((several ? "" : about(gist, frame.category())) + gapOf(frame.category()));
      }
    }
    if (consultation) {
      precedent(precedent);
    }
    if (!open.isEmpty()) {
      together(open, several, frame.category(), precedent);
    }
    closing(frame, THANKED.matcher(precedent.text()).find());
    return this;
  }

  private void opening(Frame frame) {
    plain(Draft.Kind.SALUTATION, salutation(frame));
    String hello = frame.enterprise() == null ? "" : "您好！";
    // A title with personal data in it is not repeated.
    boolean repeatable =
        frame.number() != null
            && !frame.title().isEmpty()
            && frame.title().equals(PersonalData.mask(frame.title()));
    String about = repeatable ? "关于“" + frame.title() + "”的来件" : "的来件";
    String number = frame.number() == null ? "" : "（编号：" + frame.number() + "）";
    plain(Draft.Kind.OPENING, hello + "您" + about + number + "收悉。经研究，现答复如下：");
  }

  /** The enterprise by name; who is not named, as the office greets. */
  static String salutation(Frame frame) {
    if (frame.enterprise() != null) {
      return frame.enterprise() + "：";
    }
    String greeting = frame.greeting().replaceAll("[，,。：:！!\\s]+$", "");
    if (greeting.isEmpty()) {
      return "您好：";
    }
    return greeting + (greeting.matches(".*[您你]好") ? "：" : "，您好：");
  }

  private static String gist(String matter) {
    String gist = PersonalData.mask(matter).replaceAll("[。？?！!；;，,：:]+$", "");
    return gist.length() > HEADING ? gist.substring(0, HEADING) + "……" : gist;
  }

  private static Draft.Basis basis(MatterReply matter, PastReplyDrafter.Adapted precedent) {
    if (matter.cited()) {
      return Draft.Basis.POLICY;
    }
    return precedent.isEmpty() ? Draft.Basis.NONE : Draft.Basis.PRECEDENT;
  }

  private static String about(String gist, Category category) {
    String verb =
        switch (category) {
          case CONSULTATION -> "咨询";
          case SUGGESTION -> "建议";
          case DEMAND -> "反映";
        };
    return "关于您" + verb + "的“" + gist + "”，";
  }

  private static String gapOf(Category category) {
    return switch (category) {
      case CONSULTATION -> "【答复内容：未检索到可引用的现行政策，请填写答复及依据】";
      case SUGGESTION -> "【采纳情况：请填写是否采纳、理由及下一步安排】";
      case DEMAND -> "【办理情况：请填写核实情况、处理结果和时限】";
    };
  }

  private void cited(MatterReply matter, Category category, PastReplyDrafter.Adapted precedent) {
    matter.paragraphs().forEach(this::paragraph);
    matter.gaps().forEach(this::gap);
    ownReport(category, !matter.gaps().isEmpty() || ReplyText.hasGap(precedent.text()));
  }

  private void precedent(PastReplyDrafter.Adapted precedent) {
    if (!precedent.isEmpty()) {
      add(precedent.text(), List.of(), Draft.Kind.CONTENT, true);
    }
  }

  /** What past replies answer together; that they leave nothing out, only a person can say. */
  private void together(
      List<String> open, boolean several, Category category, PastReplyDrafter.Adapted precedent) {
    if (several) {
      StringBuilder list = new StringBuilder(TOGETHER);
      for (int i = 0; i < open.size(); i++) {
        list.append(i == 0 ? "" : "；").append("（").append(NUMERALS[i]).append("）");
        list.append(open.get(i));
      }
      gap(list + "。【请核实：以上事项是否均已答复，未答复的请逐项补充】");
    }
    ownReport(category, ReplyText.hasGap(precedent.text()));
  }

  /**
   * What the office did of it, which no policy says.
   *
   * @param asked whether a gap asks for it already
   */
  private void ownReport(Category category, boolean asked) {
    if (category == Category.SUGGESTION || category == Category.DEMAND && !asked) {
      gap(gapOf(category));
    }
  }

  private void paragraph(List<CitedSentence> sentences) {
    Set<Integer> markers = new LinkedHashSet<>();
    for (CitedSentence sentence : sentences) {
      for (Citation citation : sentence.citations()) {
        citations.add(citation);
        markers.add(new ArrayList<>(citations).indexOf(citation) + 1);
      }
    }
    String text = sentences.stream().map(s -> s.text().strip()).collect(Collectors.joining());
    add(text, List.copyOf(markers), Draft.Kind.CONTENT, false);
  }

  private void gap(String text) {
    plain(Draft.Kind.CONTENT, text);
  }

  /** Not twice. */
  private void closing(Frame frame, boolean thanked) {
    String contact = frame.hotline() == null ? "【联系电话】" : frame.hotline();
    String thanks = thanked ? "" : "感谢您的来件和对我们工作的支持。";
    plain(Draft.Kind.THANKS, thanks + "如有疑问，请拨打 " + contact + " 联系我们。");
    plain(Draft.Kind.SIGNATURE, frame.office() == null ? "【承办单位】" : frame.office());
    plain(Draft.Kind.DATE, ModelDraft.DAY.format(frame.today()));
  }

  private void plain(Draft.Kind kind, String text) {
    add(text, List.of(), kind, false);
  }

  private void add(String text, List<Integer> markers, Draft.Kind kind, boolean precedent) {
    // A policy's own 【…】 is no gap: cited text stands as it is.
    boolean gap = markers.isEmpty() && ReplyText.hasGap(text);
    blocks.add(new Draft.Block(text, markers, gap, kind.code(), precedent));
  }
}
