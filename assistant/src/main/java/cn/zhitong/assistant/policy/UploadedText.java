package cn.zhitong.assistant.policy;

import cn.zhitong.ingest.store.StoredPolicy;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A stored text with the name it was uploaded under, which tells of many attachments whose they
 * are.
 *
 * @param externalId the file's name, with folders where it came in some
 */
record UploadedText(String externalId, StoredPolicy policy) {
  /** 某通知附件1：申报表; what stands in front may name the policy. */
  private static final Pattern NAMED =
      Pattern.compile(
          "^(.{0,200}?)[\\s_—\\-（(【]{0,8}附\\s{0,4}[件表录]\\s{0,4}([0-9０-９一二三四五六七八九十]{0,3})[\\s:：.．、_—\\-）)】]{0,8}(.*)$");

  /** 附件1 in front of a printed title. */
  private static final Pattern PRINTED = Pattern.compile("^附件\\s*\\d{0,2}[:：\\s]*(?=\\S{2})");

  /** Fewer characters than this name nothing. */
  private static final int SHORTEST = 4;

  /** The policies that list it must do so behind this word. */
  private static final Pattern LISTS = Pattern.compile("附\\s*[件表][:：\\s\\d]");

  private String stem() {
    String base = externalId.substring(externalId.lastIndexOf('/') + 1);
    return base.replaceFirst("\\.[A-Za-z0-9]{2,5}$", "").strip();
  }

  private String folder() {
    return externalId.substring(0, Math.max(0, externalId.lastIndexOf('/')));
  }

  private boolean isNamedAttachment() {
    return NAMED.matcher(stem()).matches();
  }

  /** 附件1, as the name has it. */
  String label() {
    Matcher named = NAMED.matcher(stem());
    return named.matches() ? "附件" + named.group(2) : "附件";
  }

  /** The title without 附件1 in front; of a form it is often only the file's name. */
  static String shortTitle(StoredPolicy policy) {
    UploadedText text = new UploadedText(policy.entry().externalId(), policy);
    String title = policy.metadata().title();
    Matcher named = NAMED.matcher(text.stem());
    if (title == null && named.matches() && !named.group(3).isBlank()) {
      return named.group(3).strip();
    }
    String shown = title == null ? text.stem() : title;
    Matcher printed = PRINTED.matcher(shown);
    return printed.find() ? shown.substring(printed.end()) : shown;
  }

  /**
   * The one policy among those uploaded together whose attachment this is.
   *
   * @return empty where the names leave it open: then a person decides
   */
  static Optional<StoredPolicy> parent(UploadedText text, List<UploadedText> together) {
    List<UploadedText> others =
        together.stream()
            .filter(other -> other != text && !other.isNamedAttachment())
            .filter(other -> other.folder().equals(text.folder()))
            .toList();
    if (!text.isNamedAttachment()) {
      return only(others.stream().filter(other -> other.lists(text)).toList());
    }
    Matcher named = NAMED.matcher(text.stem());
    String front = named.matches() ? named.group(1).strip() : "";
    if (front.length() >= SHORTEST) {
      return only(others.stream().filter(other -> other.isCalled(front)).toList());
    }
    return others.size() == 1
        ? Optional.of(others.get(0).policy())
        : only(others.stream().filter(other -> other.lists(text)).toList());
  }

  private static Optional<StoredPolicy> only(List<UploadedText> found) {
    return found.size() == 1 ? Optional.of(found.get(0).policy()) : Optional.empty();
  }

  private boolean isCalled(String name) {
    return stem().contains(name) || policy.entry().displayTitle().contains(name);
  }

  /** Whether this text names the other one among its attachments. */
  private boolean lists(UploadedText other) {
    String title = shortTitle(other.policy());
    Matcher begins = LISTS.matcher(policy.text());
    return title.length() >= SHORTEST
        && begins.find()
        && policy.text().indexOf(title, begins.start()) >= 0
        && policy.text().length() > title.length()
        && !policy.text().startsWith(title);
  }
}
