package cn.zhitong.assistant.visit;

import cn.zhitong.assistant.matching.enterprise.EnterpriseTraceStore;
import cn.zhitong.assistant.privacy.DerivedDataStore;
import cn.zhitong.assistant.privacy.ErasedCase;
import cn.zhitong.common.jdbc.Ids;
import cn.zhitong.common.jdbc.Jdbc;
import cn.zhitong.common.json.StandardJson;
import cn.zhitong.common.text.Coded;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The tables {@code visit_round} and {@code visit}. */
@ApplicationScoped
class VisitStore implements DerivedDataStore, EnterpriseTraceStore {
  private static final String ROUND =
      """
      insert into assistant.visit_round
        (id, kind, title, population, from_day, to_day, region, item_id, per_stratum, seed, frame,
         digest, questions, closes_on, drawn_by, drawer_name, drawn_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?)
      """;

  private static final String VISIT =
      """
      insert into assistant.visit
        (id, round_id, seq, credit_code, region, item_id, item_title, state)
      values (?, ?, ?, ?, ?, ?, ?, 'open')
      """;

  private static final String ROUNDS =
      """
      select r.*, v.visits, v.done, v.unreachable from assistant.visit_round r
       cross join lateral (
         select count(*) as visits, count(*) filter (where state = 'done') as done,
                count(*) filter (where state = 'unreachable') as unreachable
           from assistant.visit where round_id = r.id) v
       where (?::uuid is null or r.id = ?) order by r.id desc limit 100
      """;

  private static final String VISITS =
      "select * from assistant.visit where round_id = ? order by seq";

  private static final String BY_ID = "select * from assistant.visit where id = ?";

  /** Once; a result that is there is changed by nobody. */
  private static final String TOLD =
      """
      update assistant.visit
         set state = ?, answers = ?::jsonb, comment = ?, way = ?, told_by = ?, told_at = ?
       where id = ? and state <> 'done'
      """;

  private static final String FOLLOWED =
      "update assistant.visit set case_id = ?, case_number = ? where id = ?";

  /** Who was asked already, or has no address, is not in the way. */
  private static final String UNINVITED =
      """
      update assistant.visit v set invited_at = ?
        from assistant.visit_round r
       where v.id = (select o.id from assistant.visit o
                       join assistant.visit_round open on open.id = o.round_id
                      where o.invited_at is null and o.state = 'open' and open.closes_on >= ?
                      order by o.id limit 1 for update of o skip locked)
         and r.id = v.round_id
      returning v.*, (select a.email from assistant.enterprise_address a
                       where a.credit_code = v.credit_code) as email
      """;

  private static final String NOT_INVITED =
      "update assistant.visit set invited_at = null where id = ?";

  private static final String READ =
      """
      insert into assistant.visit_read (id, round_id, reader, what, at) values (?, ?, ?, ?, ?)
      """;

  private static final String ADDRESSES =
      """
      select v.id, a.phone, a.email from assistant.visit v
        join assistant.enterprise_address a on a.credit_code = v.credit_code
       where v.round_id = ?
      """;

  private static final String ERASE = "update assistant.visit set comment = null where case_id = ?";

  /** That somebody was drawn and what the answers came to stays. */
  private static final String ERASE_ENTERPRISE =
      "update assistant.visit set credit_code = '', comment = null where credit_code = ?";

  private final Jdbc jdbc;

  VisitStore(Jdbc jdbc) {
    this.jdbc = jdbc;
  }

  /** A round with how far it has come. */
  record Progress(VisitRound round, int visits, int done, int unreachable) {}

  /** One enterprise that was drawn, and what it said. */
  record Visit(
      UUID id,
      UUID roundId,
      int seq,
      String creditCode,
      String region,
      UUID itemId,
      String itemTitle,
      VisitState state,
      Map<String, String> answers,
      String comment,
      String way,
      String toldBy,
      Instant toldAt,
      UUID caseId,
      String caseNumber) {}

  /** One to be asked by mail; the address is null where there is none. */
  record Invitation(Visit visit, String email) {}

  /** Where an enterprise is reached; either may be null. */
  record Address(UUID visitId, String phone, String email) {}

  void insert(VisitRound round, List<RandomDraw.Unit> drawn, Map<String, String> titles) {
    jdbc.transaction(
        session -> {
          session.update(
              ROUND,
              round.id(),
              round.kind().code(),
              round.title(),
              round.population().code(),
              round.from(),
              round.to(),
              round.region(),
              round.itemId(),
              round.perStratum(),
              round.seed(),
              round.frame(),
              round.digest(),
              StandardJson.write(round.questions()),
              round.closesOn(),
              round.drawnBy(),
              round.drawerName(),
              round.drawnAt());
          int seq = 0;
          for (RandomDraw.Unit one : drawn) {
            seq++;
            session.update(
                VISIT,
                Ids.next(),
                round.id(),
                seq,
                one.creditCode(),
                one.region().isEmpty() ? null : one.region(),
                one.item().isEmpty() ? null : UUID.fromString(one.item()),
                titles.get(one.item()));
          }
          return null;
        });
  }

  /**
   * @param id null for all, the newest first
   */
  List<Progress> rounds(UUID id) {
    return jdbc.query(
        ROUNDS,
        row ->
            new Progress(
                round(row), row.getInt("visits"), row.getInt("done"), row.getInt("unreachable")),
        id,
        id);
  }

  List<Visit> visits(UUID round) {
    return jdbc.query(VISITS, VisitStore::visit, round);
  }

  Optional<Visit> byId(UUID id) {
    return jdbc.first(BY_ID, VisitStore::visit, id);
  }

  /** False where it was told before. */
  boolean told(Visit one) {
    return jdbc.update(
            TOLD,
            one.state().code(),
            one.answers() == null ? null : StandardJson.write(one.answers()),
            one.comment(),
            one.way(),
            one.toldBy(),
            one.toldAt(),
            one.id())
        == 1;
  }

  void followed(UUID visit, UUID caseId, String number) {
    jdbc.update(FOLLOWED, caseId, number, visit);
  }

  /** The next of a round that is not over; it counts as invited from now on. */
  Optional<Invitation> nextInvitation(Instant now, LocalDate today) {
    return jdbc.first(
        UNINVITED, row -> new Invitation(visit(row), row.getString("email")), now, today);
  }

  void notInvited(UUID visit) {
    jdbc.update(NOT_INVITED, visit);
  }

  void read(UUID round, String reader, String what, Instant at) {
    jdbc.update(READ, Ids.next(), round, reader, what, at);
  }

  List<Address> addresses(UUID round) {
    return jdbc.query(
        ADDRESSES,
        row ->
            new Address(
                row.getObject("id", UUID.class), row.getString("phone"), row.getString("email")),
        round);
  }

  @Override
  public void erase(Jdbc.Session session, ErasedCase erased) throws SQLException {
    session.update(ERASE, erased.id());
  }

  @Override
  public void erase(Jdbc.Session session, String creditCode) throws SQLException {
    session.update(ERASE_ENTERPRISE, creditCode);
  }

  private static VisitRound round(ResultSet row) throws SQLException {
    LocalDate from = Jdbc.date(row, "from_day");
    return new VisitRound(
        row.getObject("id", UUID.class),
        Coded.of(VisitKind.class, row.getString("kind")),
        row.getString("title"),
        Coded.of(VisitRound.Population.class, row.getString("population")),
        from,
        Jdbc.date(row, "to_day"),
        row.getString("region"),
        row.getObject("item_id", UUID.class),
        row.getInt("per_stratum"),
        row.getString("seed"),
        row.getInt("frame"),
        row.getString("digest"),
        read(row.getString("questions"), new TypeReference<>() {}),
        Jdbc.date(row, "closes_on"),
        row.getString("drawn_by"),
        row.getString("drawer_name"),
        Jdbc.instant(row, "drawn_at"));
  }

  private static Visit visit(ResultSet row) throws SQLException {
    String answers = row.getString("answers");
    return new Visit(
        row.getObject("id", UUID.class),
        row.getObject("round_id", UUID.class),
        row.getInt("seq"),
        row.getString("credit_code"),
        row.getString("region"),
        row.getObject("item_id", UUID.class),
        row.getString("item_title"),
        Coded.of(VisitState.class, row.getString("state")),
        answers == null ? null : read(answers, new TypeReference<>() {}),
        row.getString("comment"),
        row.getString("way"),
        row.getString("told_by"),
        Jdbc.instant(row, "told_at"),
        row.getObject("case_id", UUID.class),
        row.getString("case_number"));
  }

  private static <T> T read(String stored, TypeReference<T> type) {
    try {
      return StandardJson.MAPPER.readValue(stored, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a stored visit cannot be read", e);
    }
  }
}
