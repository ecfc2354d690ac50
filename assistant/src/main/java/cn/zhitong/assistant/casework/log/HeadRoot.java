package cn.zhitong.assistant.casework.log;

import cn.zhitong.assistant.eventlog.ChainedEvent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/**
 * Reckons a head's root from cases that come in the order of their ids, and what comes of other
 * logs after them.
 */
final class HeadRoot {
  private final Instant through;
  private final MessageDigest digest;
  private long cases;
  private long events;

  HeadRoot(Instant through) {
    this.through = through;
    try {
      this.digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** A case as it is now: what of its events is from that time counts. */
  void add(UUID caseId, List<? extends ChainedEvent> log) {
    ChainedEvent last = null;
    for (ChainedEvent event : log) {
      if (event.at().isBefore(through)) {
        last = event;
      }
    }
    if (last != null) {
      add(caseId, last.seq(), last.hash());
    }
  }

  void add(UUID caseId, int seq, String hash) {
    digest.update((caseId + " " + seq + " " + hash + "\n").getBytes(StandardCharsets.UTF_8));
    cases++;
    events += seq;
  }

  long cases() {
    return cases;
  }

  long events() {
    return events;
  }

  /** Hex; to be asked for once, at the end. */
  String root() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
