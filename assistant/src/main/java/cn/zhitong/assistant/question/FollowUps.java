package cn.zhitong.assistant.question;

import cn.zhitong.common.region.Gazetteer;
import cn.zhitong.common.region.PlaceMention;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Completes a question from the conversation, without a model: what it leaves out is taken from the
 * question before it. Short is not incomplete: a question with a subject of its own stands alone,
 * and the library decides whether a word is a subject.
 */
final class FollowUps {
  private static final Pattern LEAD =
      Pattern.compile(
          "^(?:(?:那么?(?!个|些|种)|还有|另外|再问(?:一下|一个)?|请问|哦|好的?|嗯|谢谢|顺便(?:问一下|问问)?|这样的话|如果这样|然后|对了|换个(?:问题|话题)|我还?想(?:再)?(?:问|知道|了解)(?:一下)?|问一下|想问(?:一下|问)?)[，,、：:"
              + " ]*)+");

  /** Such words always lean on what came before. */
  private static final Pattern POINTS_BACK =
      Pattern.compile(
          "它们?|这[个项笔些份条类种](?!月|季度|年|星期|礼拜)|那[个项笔些份条类种](?!月|年)|该(?:政策|项|补贴|措施|办法|通知|事项)|上述|刚才|前面(?:说|提)|以上|其中|同样|除了这|除此");

  private static final Pattern POINTER =
      Pattern.compile(
          "^(?:它们?|这[个项笔些份条类种]|那[个项笔些份条类种]|该(?:政策|项|补贴|措施|办法|通知|事项)|上述|刚才(?:说|提)?的?|前面(?:说|提)的?|以上)(?:补贴|补助|奖励|资金|政策|钱|事项|措施)?的?");
  private static final Pattern ELLIPSIS = Pattern.compile("^.{1,16}(?:呢|怎么样|行不行|行吗)[？?。]?$");

  /** 如果是外地搬来的呢 narrows what was asked, and puts nothing in its place. */
  private static final Pattern CONDITION = Pattern.compile("^(?:如果|要是|假如|假设|万一|若是?)(?!.*[多几什怎哪谁])");

  /** 也算吗, 还能领吗: what was said before holds of this, too, or does not. */
  private static final Pattern TOO =
      Pattern.compile("[也还又]是?(?:算|行|可以|能够?|要|得|有|给|包括|包含|适用|享受|领|报|补|减|免|罚)");

  private static final Pattern CLOSING = Pattern.compile("(?:呢|怎么样|行不行|行吗)?[？?。！!]*$");
  private static final Pattern MONEY = Pattern.compile("补贴|补助|奖励|奖补|补偿|贴息|返还|资助|扶持|优惠|减免|政策|贷款|资金");
  private static final Pattern NO_WORDS = Pattern.compile("[\\s，,。？?！!的]*");

  private static final int LONGEST = 40;
  private static final int MAX_CARRIED = 80;

  private final Gazetteer gazetteer;

  FollowUps(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
  }

  /**
   * The question with what it leaves out; itself where it stands alone.
   *
   * @param turns oldest first
   */
  String complete(String question, List<Turn> turns, TopicEvidence library) {
    if (turns.isEmpty() || question.contains("《") || question.length() > LONGEST) {
      return question;
    }
    Turn last = turns.get(turns.size() - 1);
    Matcher lead = LEAD.matcher(question);
    String own = lead.find() ? question.substring(lead.end()) : question;
    if (NO_WORDS.matcher(own).matches()) {
      return question;
    }
    List<String> words = TopicWords.of(CLOSING.matcher(own).replaceFirst(""), gazetteer);
    boolean another = !words.isEmpty() && ELLIPSIS.matcher(question).matches();
    boolean nameless = !another && TopicWords.isDoingOnly(words) && !library.has(own, words);
    String pointed = POINTER.matcher(own).replaceFirst("");
    if (pointed.length() < own.length() && isOfEarlierTurn(pointed, turns)) {
      return pointed;
    }
    if (POINTS_BACK.matcher(own).find() || nameless || library.isCommon(own, words)) {
      return asked(last, pointed, question);
    }
    boolean leads = own.length() < question.length();
    if (another && CONDITION.matcher(own).find()) {
      return last.question().replaceAll("[？?。]+$", "")
          + "，"
          + CLOSING.matcher(own).replaceFirst("");
    }
    if (another) {
      return ofAnother(last, own, question, library);
    }
    if (library.isInTopicOf(last, words) && (leads || library.staysWith(last, own))) {
      return MONEY.matcher(own).find() ? partOf(last, own, words) : asked(last, own, question);
    }
    return question;
  }

  /**
   * The question with the last one's subject, where the last one's policy has its words or it says
   * 也. For a question that finds nothing by itself: 国内的展也算吗 after a grant for exhibitions.
   */
  Optional<String> carried(String question, List<Turn> turns, TopicEvidence library) {
    Turn last = turns.get(turns.size() - 1);
    List<String> words = TopicWords.of(question, gazetteer);
    boolean leans =
        question.length() <= LONGEST
            && !question.contains("《")
            && !last.policies().isEmpty()
            && !words.isEmpty()
            && (TOO.matcher(question).find() || library.isInTopicOf(last, words));
    return leans ? Optional.of(asked(last, question, question)) : Optional.empty();
  }

  /** 刚才说的海外仓 after another topic: an earlier turn is named, and so is the subject. */
  private boolean isOfEarlierTurn(String pointed, List<Turn> turns) {
    List<String> words = TopicWords.of(CLOSING.matcher(pointed).replaceFirst(""), gazetteer);
    Turn last = turns.get(turns.size() - 1);
    return turns.size() > 1
        && words.stream().noneMatch(last.question()::contains)
        && turns.stream().anyMatch(turn -> words.stream().anyMatch(turn.question()::contains));
  }

  /** The subject of the last question with what is asked of it now: 租金补贴 and 怎么申请. */
  private String asked(Turn last, String own, String question) {
    String place = TopicWords.place(own, gazetteer);
    String rest = TopicWords.withoutPlaces(own, gazetteer).replaceFirst("^的", "");
    boolean bare =
        NO_WORDS.matcher(CLOSING.matcher(rest).replaceFirst("")).matches()
            || OptionReply.onlyChooses(rest);
    if (bare && !place.isEmpty()) {
      return elsewhere(last.question(), place);
    }
    String subject = QuestionSubject.of(last.question()).subject();
    if (!place.isEmpty()) {
      subject = place + TopicWords.withoutPlaces(subject, gazetteer);
    }
    subject = subject.substring(0, Math.min(MAX_CARRIED, subject.length()));
    String asks =
        ELLIPSIS.matcher(question).matches() ? CLOSING.matcher(rest).replaceFirst("") : rest;
    return subject.isBlank() ? question : subject + joined(subject, asks);
  }

  /** 补贴补贴多少 says the same twice. */
  private static String joined(String subject, String asks) {
    for (int length = Math.min(4, Math.min(subject.length(), asks.length()));
        length > 1;
        length--) {
      if (subject.endsWith(asks.substring(0, length))) {
        return asks.substring(length);
      }
    }
    return asks;
  }

  /** 那望川市呢: the same is asked of another place. */
  private String elsewhere(String question, String place) {
    List<PlaceMention> places = gazetteer.find(question);
    if (places.isEmpty()) {
      return place + question;
    }
    PlaceMention first = places.get(0);
    return question.substring(0, first.start()) + place + question.substring(first.end());
  }

  /** 那硕士呢: the same is asked of something else. */
  private String ofAnother(Turn last, String own, String question, TopicEvidence library) {
    String other = CLOSING.matcher(own).replaceFirst("");
    boolean known = library.isInTopicOf(last, TopicWords.of(other, gazetteer));
    boolean named = MONEY.matcher(other).find();
    if (!known && named) {
      return question;
    }
    String place = TopicWords.place(other, gazetteer);
    String before = place.isEmpty() ? last.question() : elsewhere(last.question(), place);
    String rest = TopicWords.withoutPlaces(other, gazetteer).replaceFirst("^的", "");
    if (rest.isBlank()) {
      return before;
    }
    String subject = named ? QuestionSubject.of(before).subject() : before;
    String aligned = QuestionSubject.aligned(subject, rest);
    if (!aligned.isEmpty()) {
      return aligned;
    }
    if (named) {
      return MONEY.matcher(subject).replaceAll("") + rest;
    }
    String asked = QuestionSubject.predicated(before, rest);
    if (known && rest.endsWith("的") && !asked.isEmpty()) {
      return MONEY.matcher(QuestionSubject.of(before).subject()).replaceAll("")
          + rest
          + asked.substring(rest.length() - 1);
    }
    if (asked.isEmpty()) {
      return before.replaceAll("[？?。]+$", "") + "，" + rest;
    }
    String there = TopicWords.place(before, gazetteer);
    return known && !asked.contains(there) ? there + asked : asked;
  }

  /** A benefit of the same policy: the last one's subject without its benefit, and this one. */
  private String partOf(Turn last, String own, List<String> words) {
    String subject = MONEY.matcher(QuestionSubject.of(last.question()).subject()).replaceAll("");
    if (!TopicWords.place(own, gazetteer).isEmpty()) {
      subject = TopicWords.withoutPlaces(subject, gazetteer);
    }
    boolean repeated = words.stream().anyMatch(subject::contains);
    String before = repeated ? TopicWords.place(subject, gazetteer) : subject;
    return before + joined(before, own);
  }
}
