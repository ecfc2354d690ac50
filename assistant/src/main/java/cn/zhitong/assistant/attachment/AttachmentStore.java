package cn.zhitong.assistant.attachment;

import cn.zhitong.assistant.privacy.DerivedDataStore;
import cn.zhitong.assistant.privacy.ErasedCase;
import cn.zhitong.common.jdbc.Jdbc;
import cn.zhitong.common.jdbc.JdbcException;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The table {@code attachment}. Content is read by itself: lists never carry it. */
@ApplicationScoped
class AttachmentStore implements DerivedDataStore {
  private static final String COLUMNS =
      "id, owner_kind, owner, part, name, type, size, digest, account, account_name, at";

  private static final String INSERT =
      """
      insert into assistant.attachment
        (id, owner_kind, owner, part, name, type, size, digest, account, account_name, at, scan,
         content)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String OF_OWNER =
      "select "
          + COLUMNS
          + " from assistant.attachment where owner_kind = ? and owner = ? order by at, id";

  private static final String BY_ID =
      "select " + COLUMNS + " from assistant.attachment where id = ?";

  private static final String BY_IDS =
      "select " + COLUMNS + " from assistant.attachment where id = any (?::uuid[]) order by at, id";

  private static final String CONTENT = "select content from assistant.attachment where id = ?";

  private static final String DELETE = "delete from assistant.attachment where id = ?";

  private static final String ERASE = "delete from assistant.attachment where owner = ?";

  private final Jdbc jdbc;

  AttachmentStore(Jdbc jdbc) {
    this.jdbc = jdbc;
  }

  static void insert(
      Jdbc.Session session, Attachment one, AttachmentScanner.Verdict scan, byte[] content) {
    update(
        session,
        INSERT,
        one.id(),
        one.ownerKind(),
        one.owner(),
        one.part(),
        one.name(),
        one.type(),
        one.size(),
        one.digest(),
        one.account(),
        one.accountName(),
        one.at(),
        scan.name(),
        content);
  }

  List<Attachment> of(String ownerKind, UUID owner) {
    return jdbc.query(OF_OWNER, AttachmentStore::attachment, ownerKind, owner);
  }

  /** As a transaction sees them that has the owner locked. */
  static List<Attachment> of(Jdbc.Session session, String ownerKind, UUID owner) {
    try {
      return session.query(OF_OWNER, AttachmentStore::attachment, ownerKind, owner);
    } catch (SQLException e) {
      throw new JdbcException(e);
    }
  }

  Optional<Attachment> byId(UUID id) {
    return jdbc.first(BY_ID, AttachmentStore::attachment, id);
  }

  List<Attachment> byIds(List<UUID> ids) {
    return jdbc.query(BY_IDS, AttachmentStore::attachment, ids);
  }

  Optional<byte[]> content(UUID id) {
    return jdbc.first(CONTENT, row -> row.getBytes(1), id);
  }

  /** Whether it was there. */
  static boolean delete(Jdbc.Session session, UUID id) {
    return update(session, DELETE, id) > 0;
  }

  private static int update(Jdbc.Session session, String sql, Object... parameters) {
    try {
      return session.update(sql, parameters);
    } catch (SQLException e) {
      throw new JdbcException(e);
    }
  }

  @Override
  public void erase(Jdbc.Session session, ErasedCase erased) throws SQLException {
    session.update(ERASE, erased.id());
  }

  private static Attachment attachment(ResultSet row) throws SQLException {
    return new Attachment(
        row.getObject("id", UUID.class),
        row.getString("owner_kind"),
        row.getObject("owner", UUID.class),
        row.getString("part"),
        row.getString("name"),
        row.getString("type"),
        row.getLong("size"),
        row.getString("digest"),
        row.getString("account"),
        row.getString("account_name"),
        Jdbc.instant(row, "at"));
  }
}
