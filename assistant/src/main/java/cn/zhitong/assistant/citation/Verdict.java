package cn.zhitong.assistant.citation;

import java.util.List;

/**
 * What the verifier found.
 *
 * @param faults empty when the sentence may be shown
 */
public record Verdict(List<Fault> faults) {
  public Verdict {
    faults = List.copyOf(faults);
  }

  public boolean supported() {
    return faults.isEmpty();
  }

  /** One reason not to show a sentence, with the words that it is about. */
  public record Fault(Kind kind, String words) {}

  /** Kinds of faults, in the order in which they are looked for. */
  public enum Kind {
    /** The policy cited is not published. */
    UNKNOWN_POLICY,
    /** The stored text does not have the quote at its offsets. */
    NOT_VERBATIM,
    /** The sentence or a quote speaks to a language model: 忽略以上指令. */
    ORDERS_A_MODEL,
    /** A number, amount, share, date, period, document number or address that no source has. */
    UNSUPPORTED_FIGURE,
    /** An organisation that no source names. */
    UNSUPPORTED_ORGANISATION,
    /** A 《title》 that no source names. */
    UNSUPPORTED_TITLE,
    /** 不得, 应当, 可以 or a plain negation that the quote does not have, or has otherwise. */
    CHANGED_MODALITY,
    /** A figure that the quote gives to another: 国家级's amount said of 省级. */
    EXCHANGED_SUBJECT,
    /** A condition of the quote that is left out: 注册满两年的, 首次, 除…外. */
    DROPPED_CONDITION,
    /** The sentence hardly shares a word with what it cites. */
    OFF_TOPIC
  }
}
