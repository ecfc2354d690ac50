package cn.zhitong.assistant.question;

import cn.zhitong.assistant.retrieval.Hit;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The level of government whose rule is asked for, where a question says only that: 省里给多少, 市里奖不奖. A
 * city's 在省级补助基础上再给 answers nobody who asks what the province gives.
 */
enum AskedLevel {
  PROVINCE("(?<![全本外同各])省[里上](?!下)", "省|自治区"),
  CITY("(?<![全本外同各城都超])市[里上](?!下|市)", "市|自治州|盟"),
  COUNTY("(?<![全本外同各])县[里上](?!下)|(?<![园厂社小景库灾校片地城市街山])区里", "县|区|旗");

  private final Pattern asked;
  private final Pattern place;

  AskedLevel(String asked, String place) {
    this.asked = Pattern.compile(asked);
    this.place = Pattern.compile("(?:" + place + ")$");
  }

  /** The level that a question asks for; empty for none, and for more than one. */
  static Optional<AskedLevel> of(String question) {
    AskedLevel only = null;
    for (AskedLevel level : values()) {
      if (level.asked.matcher(question).find()) {
        if (only != null) {
          return Optional.empty();
        }
        only = level;
      }
    }
    return Optional.ofNullable(only);
  }

  /** Whether the passage is of another level; false where its place is not known. */
  boolean isOther(Hit hit) {
    String of = PolicyTopic.of(hit).place();
    return !of.isEmpty() && !place.matcher(of).find();
  }
}
