package cn.zhitong.ingest;

import cn.zhitong.common.embedding.BgeEmbedder;
import cn.zhitong.ingest.policy.PolicyMetadata;
import cn.zhitong.ingest.read.SourceFile;
import cn.zhitong.ingest.read.SourceText;
import cn.zhitong.ingest.store.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.Locale;
import java.util.Optional;

/**
 * Tells whether an identity's contents changed: its bytes, the metadata given with it, or the
 * program that reads it.
 */
final class ContentDigest {
  /** Raised when reading or recognition changes what comes out of the same bytes. */
  private static final String PARSER = "3";

  /**
   * The embedding model that digests of earlier versions name. It is no part of what changes: a
   * library's vectors are made anew all at once, not file by file.
   */
  private static final String MODEL = BgeEmbedder.BASE_ID;

  private final PolicyMetadata given;

  ContentDigest(PolicyMetadata given) {
    this.given = given;
  }

  /**
   * Of a file that holds one policy, without reading it into memory; empty for JSON Lines, whose
   * lines each have their own, and for what cannot be opened (the reader says why).
   */
  Optional<String> ofFile(SourceFile file) {
    String name = file.fileName().toLowerCase(Locale.ROOT);
    if (name.endsWith(".jsonl") || name.endsWith(".ndjson")) {
      return Optional.empty();
    }
    Digest digest = start().add(file.fileName());
    byte[] buffer = new byte[64 * 1024];
    try (InputStream in = Files.newInputStream(file.path())) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        digest.add(buffer, n);
      }
    } catch (IOException e) {
      return Optional.empty();
    }
    return Optional.of(digest.hex());
  }

  String ofText(SourceText text) {
    return start().add(text.text()).add(text.titleHint()).add(text.given().toString()).hex();
  }

  private Digest start() {
    return new Digest().add(PARSER).add(PassageText.FORM).add(MODEL).add(given.toString());
  }
}
