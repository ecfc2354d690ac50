package cn.zhitong.assistant.attachment;

import cn.zhitong.assistant.web.Problem;
import cn.zhitong.common.jdbc.Ids;
import cn.zhitong.common.jdbc.Jdbc;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * A file comes in: may it be added → within limits → of a kind that is taken → scanned → stored.
 */
@ApplicationScoped
public class AttachmentIntake {
  private static final Logger LOG = Logger.getLogger(AttachmentIntake.class);

  /** Longer names are cut before their extension. */
  private static final int LONGEST_NAME = 120;

  private final AttachmentStore store;
  private final AttachmentScanner scanner;
  private final AttachmentConfig config;
  private final List<AttachmentOwner> owners;
  private final Clock clock;

  AttachmentIntake(
      AttachmentStore store,
      AttachmentScanner scanner,
      AttachmentConfig config,
      @All List<AttachmentOwner> owners,
      Clock clock) {
    this.store = store;
    this.scanner = scanner;
    this.config = config;
    this.owners = owners;
    this.clock = clock;
  }

  /**
   * What is to be added.
   *
   * @param part null for the owner's first
   * @param name as the sender calls it
   */
  record Upload(String ownerKind, UUID owner, String part, String name, Path file, long size) {}

  /**
   * Adds a file; the same one again, from the same sender, is answered as it was the first time:
   * the answer got lost.
   */
  AttachmentOwner.Kept add(Upload upload, AttachmentOwner.Asker asker) {
    AttachmentOwner owner = owner(upload.ownerKind());
    AttachmentOwner.Place place = owner.requireAddable(upload.owner(), upload.part(), asker);
    requireSize(upload);
    String name = name(upload.name());
    byte[] content = read(upload.file());
    Incoming incoming =
        new Incoming(
            upload.ownerKind(),
            upload.owner(),
            name,
            kind(upload.file(), name),
            content,
            sha256(content));
    // Looked at before the scan, which takes seconds, and once more with the owner locked.
    requireRoom(incoming, place, store.of(upload.ownerKind(), upload.owner()));
    AttachmentScanner.Verdict verdict = scanned(upload.file());
    return owner.add(
        upload.owner(),
        upload.part(),
        asker,
        (session, locked) -> insert(session, incoming, locked, verdict));
  }

  /** A file that was read, and is neither empty nor too large. */
  private record Incoming(
      String ownerKind, UUID owner, String name, FileKind kind, byte[] content, String digest) {

    boolean isSame(Attachment one, AttachmentOwner.Place place) {
      return one.digest().equals(digest)
          && one.name().equals(name)
          && one.part().equals(place.part())
          && one.account().equals(place.account());
    }

    Attachment attachment(AttachmentOwner.Place place, Instant at) {
      return new Attachment(
          Ids.next(),
          ownerKind,
          owner,
          place.part(),
          name,
          kind.mediaType(),
          content.length,
          digest,
          place.account(),
          place.accountName(),
          at);
    }
  }

  private AttachmentOwner.Kept insert(
      Jdbc.Session session,
      Incoming incoming,
      AttachmentOwner.Place place,
      AttachmentScanner.Verdict verdict) {
    Optional<Attachment> same =
        requireRoom(
            incoming, place, AttachmentStore.of(session, incoming.ownerKind(), incoming.owner()));
    if (same.isPresent()) {
      return new AttachmentOwner.Kept(same.get(), true);
    }
    Attachment attachment =
        incoming.attachment(place, clock.instant().truncatedTo(ChronoUnit.MICROS));
    AttachmentStore.insert(session, attachment, verdict, incoming.content());
    return new AttachmentOwner.Kept(attachment, false);
  }

  private void requireSize(Upload upload) {
    if (upload.size() == 0) {
      throw new Problem.InvalidRequest("文件是空的，请重新选择。");
    }
    if (upload.size() > config.maxSize()) {
      throw new Problem.TooLarge("单个附件不超过 " + megabytes(config.maxSize()) + " MB，请压缩或拆分后再上传。");
    }
  }

  /**
   * @return the same file, where it is among those present: it needs no room
   */
  private Optional<Attachment> requireRoom(
      Incoming incoming, AttachmentOwner.Place place, List<Attachment> present) {
    Optional<Attachment> same =
        present.stream().filter(one -> incoming.isSame(one, place)).findFirst();
    if (same.isPresent()) {
      return same;
    }
    boolean visitor = place.account().equals(Attachment.ENTERPRISE);
    long theirs = present.stream().filter(Attachment::fromEnterprise).count();
    if (present.size() >= config.maxFiles() || visitor && theirs >= config.maxVisitorFiles()) {
      int most = visitor ? config.maxVisitorFiles() : config.maxFiles();
      throw new Problem.InvalidRequest("附件最多 " + most + " 个，请合并后再上传。");
    }
    long total = present.stream().mapToLong(Attachment::size).sum() + incoming.content().length;
    if (total > config.maxTotal()) {
      throw new Problem.TooLarge("附件合计不超过 " + megabytes(config.maxTotal()) + " MB。");
    }
    return same;
  }

  /** The owner's files that the asker sees. */
  List<Attachment> of(String ownerKind, UUID id, AttachmentOwner.Asker asker) {
    AttachmentOwner owner = owner(ownerKind);
    owner.requireSeen(id, asker);
    return store.of(ownerKind, id).stream().filter(one -> owner.shows(one, asker)).toList();
  }

  /** One with its content; its reading is on record. */
  Opened open(UUID id, AttachmentOwner.Asker asker) {
    Attachment attachment = shown(id, asker);
    byte[] content = store.content(id).orElseThrow(AttachmentIntake::unknown);
    owner(attachment.ownerKind()).opened(attachment, asker);
    return new Opened(attachment, content);
  }

  record Opened(Attachment attachment, byte[] content) {}

  void remove(UUID id, AttachmentOwner.Asker asker) {
    Attachment attachment = shown(id, asker);
    AttachmentOwner owner = owner(attachment.ownerKind());
    owner.remove(
        attachment,
        asker,
        session -> {
          if (!AttachmentStore.delete(session, id)) {
            throw unknown();
          }
        });
  }

  private Attachment shown(UUID id, AttachmentOwner.Asker asker) {
    return store
        .byId(id)
        .filter(one -> owner(one.ownerKind()).shows(one, asker))
        .orElseThrow(AttachmentIntake::unknown);
  }

  private AttachmentOwner owner(String kind) {
    return owners.stream()
        .filter(owner -> owner.kind().equals(kind))
        .findFirst()
        .orElseThrow(() -> new Problem.InvalidRequest("请说明附件属于哪一件办件。"));
  }

  private static FileKind kind(Path file, String name) {
    try {
      FileKind kind =
          FileKind.of(file)
              .orElseThrow(
                  () -> new Problem.InvalidRequest("这种文件不能上传；可以上传 " + FileKind.accepted() + "。"));
      if (!kind.fits(name)) {
        throw new Problem.InvalidRequest("文件内容与扩展名不符，请检查后重新上传。");
      }
      return kind;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private AttachmentScanner.Verdict scanned(Path file) {
    AttachmentScanner.Verdict verdict;
    try {
      verdict = scanner.scan(file);
    } catch (IOException e) {
      LOG.errorf("a file could not be scanned, and was refused: %s", e.getMessage());
      throw new Problem.Overloaded("暂时不能检查附件，请稍后再上传。", 60);
    }
    if (verdict == AttachmentScanner.Verdict.INFECTED) {
      throw new Problem.InvalidRequest("附件没有通过安全检查，请在本机查杀后再上传。");
    }
    return verdict;
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Without folders and what no file system shows. */
  static String name(String given) {
    String base = given == null ? "" : given.replace('\\', '/');
    String name =
        base.substring(base.lastIndexOf('/') + 1)
            .replaceAll("[\\p{Cntrl}\\p{Cf}<>:\"|?*]", "")
            .strip();
    if (name.isEmpty() || name.startsWith(".")) {
      name = "附件" + name;
    }
    if (name.length() <= LONGEST_NAME) {
      return name;
    }
    int dot = name.lastIndexOf('.');
    String extension = dot > name.length() - 8 ? name.substring(dot) : "";
    return name.substring(0, LONGEST_NAME - extension.length()) + extension;
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static long megabytes(long bytes) {
    return bytes >> 20;
  }

  private static Problem unknown() {
    return new Problem.NotFound("没有这个附件，或您不能查看它。");
  }
}
