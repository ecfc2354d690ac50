package cn.zhitong.assistant.duplicates;

import cn.zhitong.assistant.appeal.AppealDocument;
import java.util.ArrayList;
import java.util.List;

/**
 * Keys by which an appeal that was sent again is known: the same title and the same first {@link
 * #HEAD} characters, or a short appeal whole to which sentences were added. People who send a
 * appeal again change its end; on two cities' appeals this found .99 of what was grouped as the
 * same, and .97 of what it found was (docs/experiments/triage.md).
 */
final class PrefixKeys {
  private static final int HEAD = 60;

  /** A shorter beginning (您好！) says nothing. */
  private static final int SHORTEST = 15;

  private static final String SENTENCE_ENDS = "。！？!?；;";

  private enum Kind {
    HEAD,
    WHOLE,
    BEGINNING
  }

  private PrefixKeys() {}

  /** What is kept of an appeal. */
  static List<Long> stored(AppealDocument document) {
    String body = document.body();
    List<Long> keys = new ArrayList<>();
    keys.add(key(Kind.HEAD, document.title(), head(body)));
    if (body.length() < HEAD) {
      keys.add(key(Kind.WHOLE, document.title(), body));
    }
    beginnings(body).forEach(part -> keys.add(key(Kind.BEGINNING, document.title(), part)));
    return keys;
  }

  /** What another appeal must have kept to be the same. */
  static List<Long> asked(AppealDocument document) {
    String body = document.body();
    List<Long> keys = new ArrayList<>();
    keys.add(key(Kind.HEAD, document.title(), head(body)));
    if (body.length() < HEAD && body.length() >= SHORTEST) {
      keys.add(key(Kind.BEGINNING, document.title(), body));
    }
    beginnings(body).forEach(part -> keys.add(key(Kind.WHOLE, document.title(), part)));
    return keys;
  }

  private static String head(String body) {
    return body.substring(0, Math.min(HEAD, body.length()));
  }

  /** The text up to each end of a sentence within the head, but not the whole of it. */
  private static List<String> beginnings(String body) {
    List<String> beginnings = new ArrayList<>();
    for (int end = SHORTEST; end < Math.min(HEAD, body.length()); end++) {
      if (SENTENCE_ENDS.indexOf(body.charAt(end - 1)) >= 0) {
        beginnings.add(body.substring(0, end));
      }
    }
    return beginnings;
  }

  /** 64 bits: among a million appeals two unlike ones share a key once in ten million times. */
  private static long key(Kind kind, String title, String text) {
    long hash = 0xCBF29CE484222325L + kind.ordinal();
    String whole = title + "\n" + text;
    for (int i = 0; i < whole.length(); i++) {
      hash = (hash ^ whole.charAt(i)) * 0x100000001B3L;
    }
    hash = (hash ^ hash >>> 30) * 0xBF58476D1CE4E5B9L;
    return hash ^ hash >>> 31;
  }
}
