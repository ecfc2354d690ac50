package cn.zhitong.ingest.store;

import cn.zhitong.common.jdbc.Jdbc;
import cn.zhitong.ingest.policy.PictureBytes;
import cn.zhitong.ingest.policy.PolicyId;
import cn.zhitong.ingest.policy.PolicyPicture;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Pictures of policies. */
final class PictureStore {
  private static final String DELETE = "delete from corpus.picture where policy_id = ?";

  private static final String INSERT =
      """
      insert into corpus.picture (
        policy_id, ordinal, place, page, type, alt, width, height, bytes)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String LIST =
      """
      select ordinal, place, page, alt, width, height
      from corpus.picture where policy_id = ? order by ordinal
      """;

  private static final String FILE =
      "select type, bytes from corpus.picture where policy_id = ? and ordinal = ?";

  private final Jdbc jdbc;

  PictureStore(Jdbc jdbc) {
    this.jdbc = jdbc;
  }

  /** Puts these in the place of what the policy had. */
  static void replace(Jdbc.Session session, UUID policy, List<PolicyPicture> pictures)
      throws SQLException {
    session.update(DELETE, policy);
    int number = 0;
    for (PolicyPicture p : pictures) {
      session.update(
          INSERT,
          policy,
          ++number,
          p.place(),
          p.page(),
          p.type().mediaType(),
          p.alt(),
          p.width(),
          p.height(),
          p.bytes().array());
    }
  }

  List<StoredPicture> of(PolicyId policy) {
    return jdbc.query(
        LIST,
        row ->
            new StoredPicture(
                row.getInt("ordinal"),
                row.getInt("place"),
                row.getObject("page", Integer.class),
                row.getString("alt"),
                row.getInt("width"),
                row.getInt("height")),
        policy.value());
  }

  Optional<PictureFile> file(PolicyId policy, int number) {
    return jdbc.first(
        FILE,
        row -> new PictureFile(row.getString("type"), new PictureBytes(row.getBytes("bytes"))),
        policy.value(),
        number);
  }
}
