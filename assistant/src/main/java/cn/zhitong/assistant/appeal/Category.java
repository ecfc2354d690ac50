package cn.zhitong.assistant.appeal;

import cn.zhitong.common.text.Coded;
import java.util.Optional;

/**
 * Categories of appeals with the working days that answering each takes by default (闽政办〔2025〕7号
 * 二、(三)).
 */
public enum Category implements Coded {
  CONSULTATION("consultation", "咨询", 2),
  SUGGESTION("suggestion", "建议", 5),
  DEMAND("demand", "诉求", 10);

  private final String code;
  private final String label;
  private final int workingDays;

  Category(String code, String label, int workingDays) {
    this.code = code;
    this.label = label;
    this.workingDays = workingDays;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public String label() {
    return label;
  }

  public int workingDays() {
    return workingDays;
  }

  /**
   * @param text a code or a Chinese label
   * @throws IllegalArgumentException when it is neither
   */
  public static Category of(String text) {
    return find(text)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "unknown category '"
                        + text
                        + "', expected consultation, suggestion or demand"));
  }

  /** The category of a code or a Chinese label, if it is one. */
  public static Optional<Category> find(String text) {
    return Coded.findNamed(Category.class, text);
  }
}
