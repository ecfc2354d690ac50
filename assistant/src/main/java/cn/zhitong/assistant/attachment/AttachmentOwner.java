package cn.zhitong.assistant.attachment;

import cn.zhitong.assistant.security.Caller;
import cn.zhitong.assistant.web.Problem;
import cn.zhitong.common.jdbc.Jdbc;
import java.util.UUID;
import java.util.function.Consumer;

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
   * @throws Problem when the owner itself is not to be seen
   */
  boolean shows(Attachment attachment, Asker asker);

  /**
   * @throws Problem when the asker does not see the owner
   */
  void requireSeen(UUID owner, Asker asker);

  /**
   * @param part as it was asked for; null for the kind's first
   * @return the part, and whom the file is from
   * @throws Problem when the asker may not add one to it now
   */
  Place requireAddable(UUID owner, String part, Asker asker);

  record Place(String part, String account, String accountName) {}

  /**
   * Stores a file and puts it on the owner's log, both or neither: the owner is locked, and asked
   * once more whether it takes one.
   *
   * @throws Problem as {@link #requireAddable}, and as the insertion does
   */
  Kept add(UUID owner, String part, Asker asker, Insertion insertion);

  /** Stores within the transaction that has the owner locked; may be run again. */
  interface Insertion {
    Kept into(Jdbc.Session session, Place place);
  }

  /**
   * @param repeated whether it had been there before, and is on the log already
   */
  record Kept(Attachment attachment, boolean repeated) {}

  /**
   * Deletes a file and puts that on the owner's log, both or neither.
   *
   * @param deletion within the transaction that has the owner locked; may be run again
   * @throws Problem {@link #notRemovable} when the asker may not take it out, or not any more, and
   *     as the deletion does
   */
  void remove(Attachment attachment, Asker asker, Consumer<Jdbc.Session> deletion);

  static Problem notRemovable() {
    return new Problem.Forbidden("这个附件已随办理送出，或不是您上传的，不能移除。");
  }

  /** Somebody is about to read its content. */
  void opened(Attachment attachment, Asker asker);
}
