package cn.zhitong.assistant.attachment;

import java.time.Instant;
import java.util.UUID;

/**
 * A file that belongs to something.
 *
 * @param ownerKind what it belongs to: {@code case}, …
 * @param part of the owner, e.g. {@code reply}
 * @param name as it was called, without folders
 * @param type media type, by content
 * @param digest hex SHA-256 of the content
 * @param account who sent it; {@code enterprise} for whoever has no login
 */
public record Attachment(
    UUID id,
    String ownerKind,
    UUID owner,
    String part,
    String name,
    String type,
    long size,
    String digest,
    String account,
    String accountName,
    Instant at) {

  /** Of whoever has no login. */
  public static final String ENTERPRISE = "enterprise";

  public boolean fromEnterprise() {
    return account.equals(ENTERPRISE);
  }

  @Override
  public String toString() {
    // Names of files are often names of people.
    return "Attachment[" + id + "]";
  }
}
