package cn.zhitong.assistant.reply;

import cn.zhitong.assistant.casework.ReplyText;
import cn.zhitong.assistant.citation.Citation;
import cn.zhitong.assistant.citation.CitedSentence;
import cn.zhitong.assistant.privacy.PersonalData;
import cn.zhitong.assistant.triage.Category;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Lays matters out as offices write to enterprises: 称呼, 来件收悉, 经研究现答复如下, 一、二、…, 感谢, 落款, 日期. What
 * only the office knows stays a gap 【…】.
 */
final class OfficialForm {
  private static final String[] NUMERALS = {"一", "二", "三", "四", "五", "六", "七", "八", "九"};
  private static final int HEADING = 40;

  private final List<Draft.Block> blocks = new ArrayList<>();
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

  OfficialForm lay(Frame frame, List<MatterReply> matters) {
    opening(frame);
    boolean several = matters.size() > 1;
    for (int i = 0; i < matters.size(); i++) {
      if (several) {
        heading(i, matters.get(i).matter());
      }
      matter(matters.get(i), frame.category());
    }
    closing(frame);
    return this;
  }

  private void opening(Frame frame) {
    String greeting = frame.greeting();
    boolean habit = frame.enterprise() == null && !greeting.isEmpty();
    String addressee = frame.enterprise() == null ? "尊敬的企业" : frame.enterprise();
    plain(Draft.Kind.SALUTATION, habit ? greeting : addressee + "：");
    String hello = habit && greeting.contains("您好") ? "" : "您好！";
    // A title with personal data in it is not repeated.
    boolean repeatable =
        frame.number() != null
            && !frame.title().isEmpty()
            && frame.title().equals(PersonalData.mask(frame.title()));
    String about = repeatable ? "关于“" + frame.title() + "”的来件" : "的来件";
    String number = frame.number() == null ? "" : "（编号：" + frame.number() + "）";
    plain(Draft.Kind.OPENING, hello + "您" + about + number + "收悉。经研究，现答复如下：");
  }

  private void heading(int index, String matter) {
    String gist = PersonalData.mask(matter).replaceAll("[。？?！!；;，,：:]+$", "");
    String short40 = gist.length() > HEADING ? gist.substring(0, HEADING) + "……" : gist;
    plain(Draft.Kind.HEADING, NUMERALS[index] + "、关于“" + short40 + "”");
  }

  private void matter(MatterReply reply, Category category) {
    reply.paragraphs().forEach(this::paragraph);
    if (!reply.precedent().isEmpty()) {
      add(reply.precedent().text(), List.of(), Draft.Kind.CONTENT, true);
    }
    reply.gaps().forEach(this::gap);
    boolean named = !reply.gaps().isEmpty();
    switch (category) {
      case CONSULTATION -> {
        if (!reply.answered() && !named) {
          gap("【答复内容：未检索到可引用的现行政策，请填写答复及依据】");
        }
      }
      case SUGGESTION -> gap("【采纳情况：请填写是否采纳、理由及下一步安排】");
      case DEMAND -> {
        if (!named && !ReplyText.hasGap(reply.precedent().text())) {
          gap("【办理情况：请填写核实情况、处理结果和时限】");
        }
      }
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

  private void closing(Frame frame) {
    String contact = frame.hotline() == null ? "【联系电话】" : frame.hotline();
    plain(Draft.Kind.THANKS, "感谢您的来件和对我们工作的支持。如有疑问，请拨打 " + contact + " 联系我们。");
    plain(Draft.Kind.SIGNATURE, frame.office() == null ? "【承办单位】" : frame.office());
    plain(Draft.Kind.DATE, ModelDraft.DAY.format(frame.today()));
  }

  private void plain(Draft.Kind kind, String text) {
    add(text, List.of(), kind, false);
  }

  private void add(String text, List<Integer> markers, Draft.Kind kind, boolean precedent) {
    // A policy's own 【…】 is no gap: cited text stands as it is.
    boolean gap = markers.isEmpty() && ReplyText.hasGap(text);
    blocks.add(
        new Draft.Block(text, markers, gap, kind.name().toLowerCase(Locale.ROOT), precedent));
  }
}
