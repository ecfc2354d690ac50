package cn.zhitong.assistant.notice;

import cn.zhitong.common.jdbc.Ids;
import cn.zhitong.common.jdbc.Jdbc;
import cn.zhitong.common.json.StandardJson;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The outbox: notices are written in the transaction of what they tell of, and sent from here until
 * the receiver has taken them.
 */
@ApplicationScoped
public class NoticeStore {
  static final String WEBHOOK = "webhook";
  static final String MAIL = "mail";

  /** The address is the case's, and read when it is sent: it is gone with the case's erasure. */
  static final String ENTERPRISE_MAIL = "enterprise_mail";

  /** Likewise with the telephone number. */
  static final String ENTERPRISE_SMS = "enterprise_sms";

  private static final String INSERT =
      """
      insert into assistant.case_notice
        (id, case_id, application_id, kind, key, channel, target, seq, subject, body, data,
         created_at, next_at)
      values (?, ?, ?, ?, ?, ?, ?,
              (select coalesce(max(seq), 0) + 1 from assistant.case_notice
                where case_id is not distinct from ? and application_id is not distinct from ?),
              ?, ?, ?::jsonb, ?, ?)
      on conflict do nothing
      """;

  /**
   * One a call, skipping what another node has in hand; its next try is set at once. A notice waits
   * for the earlier ones of its case to the same receiver, unless they have failed for too long.
   */
  private static final String CLAIM =
"""
update assistant.case_notice
   set tries = tries + 1,
       next_at = ?::timestamptz + least(? * power(2, least(tries, 12)), 3600) * interval '1 second'
 where id = (select n.id from assistant.case_notice n
              where n.delivered_at is null and n.channel = ? and n.next_at <= ?
                and not exists (
                    select 1 from assistant.case_notice e
                     where (e.case_id = n.case_id or e.application_id = n.application_id)
                       and e.channel = n.channel
                       and e.target = n.target and e.seq < n.seq
                       and e.delivered_at is null and e.created_at > ?)
              order by n.next_at, n.case_id, n.seq limit 1 for update of n skip locked)
returning id, case_id, application_id, kind, channel, target, seq, subject, body, data::text as data,
          created_at, tries
""";

  /** Unless it chose to be told by other ways. */
  private static final String ENTERPRISE_ADDRESS =
      """
      select c.contact_email, c.contact_phone
        from assistant.appeal_case c
        left join assistant.case_contact choice on choice.case_id = c.id
       where c.id = ? and (choice.channels is null or ? = any (choice.channels))
      """;

  /** An enterprise that applied is told as it is told of items. */
  private static final String APPLICANT_ADDRESS =
      """
      select a.email, a.phone
        from assistant.application p
        join assistant.enterprise_address a on a.credit_code = p.credit_code
        left join assistant.push_choice choice on choice.credit_code = p.credit_code
       where p.id = ? and not ? = any (coalesce(choice.muted_channels, '{}'))
      """;

  private static final String DELIVERED =
      "update assistant.case_notice set delivered_at = ?, last_error = null where id = ?";

  private static final String FAILED =
      "update assistant.case_notice set last_error = ? where id = ? and delivered_at is null";

  private static final String PENDING =
      """
      select id, case_id, kind, channel, subject, created_at, next_at, tries, last_error
        from assistant.case_notice
       where delivered_at is null order by created_at, id limit ?
      """;

  private final Jdbc jdbc;
  private final NoticeConfig config;
  private final SmsConfig sms;

  NoticeStore(Jdbc jdbc, NoticeConfig config, SmsConfig sms) {
    this.sms = sms;
    this.jdbc = jdbc;
    this.config = config;
  }

  /** A notice on its way to one receiver; the id stays the same with every try. */
  record Delivery(
      UUID id,
      UUID caseId,
      UUID applicationId,
      String kind,
      String channel,
      String target,
      int seq,
      String subject,
      String text,
      String data,
      Instant createdAt,
      int tries) {}

  /** A notice that has not arrived yet. */
  record Waiting(
      UUID id,
      UUID caseId,
      String kind,
      String channel,
      String subject,
      Instant createdAt,
      Instant nextAt,
      int tries,
      String lastError) {}

  /** Adds it for every receiver that is configured, in the caller's transaction; once each. */
  public void add(Jdbc.Session session, Notice notice) throws SQLException {
    InboxStore.add(session, notice);
    if (notice.personal()) {
      return;
    }
    if (config.webhook().url().isPresent()) {
      insert(session, notice, WEBHOOK, "", notice.subject(), notice.text());
    }
    if (config.mail().enterprises() && notice.enterprise() != null) {
      Notice.EnterpriseMail mail = notice.enterprise();
      insert(session, notice, ENTERPRISE_MAIL, "", mail.subject(), mail.text());
    }
    if (sms.isOn() && notice.enterprise() != null) {
      Notice.EnterpriseMail message = notice.enterprise();
      insert(session, notice, ENTERPRISE_SMS, "", message.subject(), message.text());
    }
    if (notice.forEnterprise()) {
      return;
    }
    for (String address : addresses(notice.department())) {
      insert(session, notice, MAIL, address, notice.subject(), notice.text());
    }
  }

  private Set<String> addresses(String department) {
    Set<String> all = new LinkedHashSet<>(config.mail().to().orElse(List.of()));
    if (department != null && config.mail().departments().containsKey(department)) {
      all.add(config.mail().departments().get(department));
    }
    return all;
  }

  private static void insert(
      Jdbc.Session session,
      Notice notice,
      String channel,
      String target,
      String subject,
      String text)
      throws SQLException {
    session.update(
        INSERT,
        Ids.next(),
        notice.caseId(),
        notice.applicationId(),
        notice.kind(),
        notice.key(),
        channel,
        target,
        notice.caseId(),
        notice.applicationId(),
        subject,
        text,
        StandardJson.write(notice.data()),
        notice.at(),
        notice.at());
  }

  Optional<Delivery> claim(String channel, Instant now) {
    return jdbc.first(
        CLAIM,
        NoticeStore::delivery,
        now,
        (double) config.retryAfter().toSeconds(),
        channel,
        now,
        now.minus(config.keepOrderFor()));
  }

  /**
   * Where the enterprise that sent the appeal, or applied, wants to be told; empty once that is
   * erased.
   */
  Optional<String> enterpriseAddress(Delivery delivery) {
    return delivery.applicationId() == null
        ? address(ENTERPRISE_ADDRESS, delivery.caseId(), NotifyWay.MAIL, "contact_email")
        : address(APPLICANT_ADDRESS, delivery.applicationId(), NotifyWay.MAIL, "email");
  }

  /** Its telephone number, likewise. */
  Optional<String> enterprisePhone(Delivery delivery) {
    return delivery.applicationId() == null
        ? address(ENTERPRISE_ADDRESS, delivery.caseId(), NotifyWay.SMS, "contact_phone")
        : address(APPLICANT_ADDRESS, delivery.applicationId(), NotifyWay.SMS, "phone");
  }

  private Optional<String> address(String sql, UUID id, NotifyWay way, String column) {
    return jdbc.query(sql, row -> row.getString(column), id, way.code()).stream()
        .filter(address -> address != null && !address.isBlank())
        .findFirst();
  }

  void delivered(UUID id, Instant now) {
    jdbc.update(DELIVERED, now, id);
  }

  void failed(UUID id, String error) {
    jdbc.update(FAILED, error.substring(0, Math.min(300, error.length())), id);
  }

  List<Waiting> pending(int limit) {
    return jdbc.query(PENDING, NoticeStore::waiting, limit);
  }

  private static Delivery delivery(ResultSet row) throws SQLException {
    return new Delivery(
        row.getObject("id", UUID.class),
        row.getObject("case_id", UUID.class),
        row.getObject("application_id", UUID.class),
        row.getString("kind"),
        row.getString("channel"),
        row.getString("target"),
        row.getInt("seq"),
        row.getString("subject"),
        row.getString("body"),
        row.getString("data"),
        Jdbc.instant(row, "created_at"),
        row.getInt("tries"));
  }

  private static Waiting waiting(ResultSet row) throws SQLException {
    return new Waiting(
        row.getObject("id", UUID.class),
        row.getObject("case_id", UUID.class),
        row.getString("kind"),
        row.getString("channel"),
        row.getString("subject"),
        Jdbc.instant(row, "created_at"),
        Jdbc.instant(row, "next_at"),
        row.getInt("tries"),
        row.getString("last_error"));
  }
}
