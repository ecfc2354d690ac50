package cn.zhitong.assistant.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Which files an owner has, for the feature that owns them. */
@ApplicationScoped
public class AttachmentList {
  /** How many can be asked for at once. */
  public static final int MOST = 100;

  private final AttachmentStore store;

  AttachmentList(AttachmentStore store) {
    this.store = store;
  }

  /** A file without its content. */
  public record Entry(UUID id, String part, UUID owner) {
    static Entry of(Attachment one) {
      return new Entry(one.id(), one.part(), one.owner());
    }
  }

  /** In the order in which they came. */
  public List<Entry> of(String ownerKind, UUID owner) {
    return store.of(ownerKind, owner).stream().map(Entry::of).toList();
  }

  /**
   * Those among the ids that belong to an owner of the kind.
   *
   * @param ids at most {@link #MOST}
   */
  public List<Entry> among(String ownerKind, List<UUID> ids) {
    return store.byIds(ids).stream()
        .filter(one -> one.ownerKind().equals(ownerKind))
        .map(Entry::of)
        .toList();
  }
}
