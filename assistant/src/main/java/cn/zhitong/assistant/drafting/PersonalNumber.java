package cn.zhitong.assistant.drafting;

import cn.zhitong.assistant.privacy.PersonalData;
import java.util.List;
import java.util.Set;

/** Tells numbers that offices print from those that belong to a person. */
final class PersonalNumber {
  /** An office's telephone is public; these never are, however often they were written. */
  private static final Set<String> PRIVATE =
      Set.of("mobile", "id_card", "bank_card", "email", "plate");

  private PersonalNumber() {}

  /** Whether nothing in it belongs to a person alone; what is masked already does. */
  static boolean publicOnly(String token) {
    List<String> kinds = PersonalData.kinds(token);
    return !token.contains("*") && kinds.stream().noneMatch(PRIVATE::contains);
  }
}
