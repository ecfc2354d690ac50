package cn.zhitong.assistant.attachment;

import cn.zhitong.assistant.security.Caller;
import java.util.UUID;

/**
 * A kind of thing that files belong to, as the feature that owns it says who may read and add them.
 * A new kind implements it, and its files are stored, scanned, limited and erased like the others.
 */
public interface AttachmentOwner {

  /**
   * Who asks.
   *
   * @param trackingCode what an enterprise without a login shows, or null
   */
  record Asker(Caller caller, String trackingCode) {}

  /** Code of the kind, as it is stored. */
  String kind();

  /**
   * Whether the asker sees this one of the owner's files.
   *
   * @throws cn.zhitong.assistant.web.Problem when the owner itself is not to be seen
   */
  boolean shows(Attachment attachment, Asker asker);

  /**
   * @throws cn.zhitong.assistant.web.Problem when the asker does not see the owner
   */
  void requireSeen(UUID owner, Asker asker);

  /**
   * @param part as it was asked for; null for the kind's first
   * @return the part, and whom the file is from
   * @throws cn.zhitong.assistant.web.Problem when the asker may not add one to it now
   */
  Place requireAddable(UUID owner, String part, Asker asker);

  record Place(String part, String account, String accountName) {}

  /** Whether the asker may take it out again. */
  boolean removable(Attachment attachment, Asker asker);

  /** It was stored. What this throws takes it out again. */
  void added(Attachment attachment);

  void removed(Attachment attachment, Asker asker);

  /** Somebody is about to read its content. */
  void opened(Attachment attachment, Asker asker);
}
