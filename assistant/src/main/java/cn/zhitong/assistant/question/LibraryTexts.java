package cn.zhitong.assistant.question;

import cn.zhitong.assistant.citation.StoredTexts;
import cn.zhitong.ingest.policy.PolicyId;
import cn.zhitong.ingest.policy.PolicyMetadata;
import cn.zhitong.ingest.store.CorpusStore;
import cn.zhitong.ingest.store.StoredPolicy;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Stored texts from the library; a withdrawn policy is not there. */
public final class LibraryTexts implements StoredTexts {
  private final CorpusStore store;

  public LibraryTexts(CorpusStore store) {
    this.store = store;
  }

  @Override
  public Optional<StoredText> find(PolicyId id) {
    return store
        .policy(id)
        .filter(policy -> !policy.entry().withdrawn())
        .map(policy -> new StoredText(policy.text(), names(policy).toList(), policy.ocr()));
  }

  private static Stream<String> names(StoredPolicy policy) {
    PolicyMetadata metadata = policy.metadata();
    return Stream.of(
            policy.entry().displayTitle(),
            metadata.attachedTitle(),
            metadata.documentNumber(),
            metadata.issuer())
        .filter(Objects::nonNull);
  }
}
