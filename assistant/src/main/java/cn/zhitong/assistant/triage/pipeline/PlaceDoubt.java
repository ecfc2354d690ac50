package cn.zhitong.assistant.triage.pipeline;

import cn.zhitong.assistant.appeal.AppealText;
import cn.zhitong.assistant.department.Catalogue;
import cn.zhitong.assistant.department.Department;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An appeal that says nowhere where it is, while several places have the office that it would go
 * to: which of them is the matter's is a guess, however sure the kind of office is.
 */
final class PlaceDoubt {
  private static final Pattern AREA = Pattern.compile("^(.{2,6}?)(?:市|县|区|州|盟|旗)(.{2,})$");

  private PlaceDoubt() {}

  /**
   * @param lead the first candidate's name
   * @return what is said of it; empty where the place is known, or there is one such office only
   */
  static Optional<String> of(AppealText appeal, String lead, Catalogue catalogue) {
    if (appeal.region() != null) {
      return Optional.empty();
    }
    Optional<Department> department = catalogue.byName(lead);
    Matcher name = AREA.matcher(lead);
    if (department.isEmpty() || department.get().region() == null || !name.matches()) {
      return Optional.empty();
    }
    String whole = appeal.title() + "\n" + appeal.text();
    if (whole.contains(name.group(1))) {
      return Optional.empty();
    }
    boolean elsewhere =
        catalogue.all().stream()
            .filter(other -> other.successor() == null && other.region() != null)
            .filter(other -> !other.region().equals(department.get().region()))
            .map(other -> AREA.matcher(other.name()))
            .anyMatch(other -> other.matches() && other.group(2).equals(name.group(2)));
    return elsewhere ? Optional.of(ReviewReason.PLACE_UNKNOWN.text()) : Optional.empty();
  }
}
