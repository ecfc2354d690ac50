package cn.zhitong.assistant.matching.enterprise;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Names of enterprises, for features that keep credit codes alone. */
@ApplicationScoped
public class EnterpriseNames {
  private final EnterpriseStore store;

  EnterpriseNames(EnterpriseStore store) {
    this.store = store;
  }

  /** An enterprise as it is called. */
  public record Named(String creditCode, String name) {}

  /** Those among the codes that have a file, by code. */
  public List<Named> of(Collection<String> creditCodes) {
    return store.files(creditCodes).stream()
        .map(file -> new Named(file.creditCode().value(), file.name()))
        .sorted(Comparator.comparing(Named::creditCode))
        .toList();
  }

  /**
   * An enterprise with where it is.
   *
   * @param region GB/T 2260 code, or null
   */
  public record Placed(String creditCode, String region) {}

  /** All that have a file, by code. */
  public List<Placed> placed() {
    return store.placed();
  }
}
