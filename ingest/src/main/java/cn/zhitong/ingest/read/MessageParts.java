package cn.zhitong.ingest.read;

import java.net.URI;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Pictures that came with a page in one message (MHT), by the names under which the page knows. */
final class MessageParts {
  /** A page on its own. */
  static final MessageParts NONE = new MessageParts(null);

  private final Map<String, byte[]> parts = new HashMap<>();
  private final String base;

  /**
   * @param base where the page was saved from; may be null
   */
  MessageParts(String base) {
    this.base = base;
  }

  /** Adds a part under its location and its id, either of which may be empty. */
  void add(String location, String id, byte[] bytes) {
    if (!location.isEmpty()) {
      parts.put(location, bytes);
    }
    if (!id.isEmpty()) {
      parts.put("cid:" + id.replaceAll("^<|>$", ""), bytes);
    }
  }

  /** The part that an address of the page names, or null. */
  byte[] find(String address) {
    byte[] found = parts.get(address);
    if (found != null || address.toLowerCase(Locale.ROOT).startsWith("cid:")) {
      return found;
    }
    try {
      return base == null ? null : parts.get(URI.create(base).resolve(address).toString());
    } catch (IllegalArgumentException e) {
      // No address; the picture counts as one that did not come with the page.
      return null;
    }
  }
}
