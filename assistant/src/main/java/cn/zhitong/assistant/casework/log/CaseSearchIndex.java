package cn.zhitong.assistant.casework.log;

import cn.zhitong.assistant.casework.Appeal;
import cn.zhitong.assistant.casework.CaseEvent;
import cn.zhitong.assistant.casework.EventType;
import cn.zhitong.assistant.casework.SecretStore;
import cn.zhitong.assistant.casework.rights.Disclosure;
import cn.zhitong.assistant.casework.state.CaseFile;
import cn.zhitong.assistant.casework.state.CaseState;
import cn.zhitong.assistant.privacy.PersonalData;
import cn.zhitong.assistant.security.Hmac;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a case is found by: the words that are shown of it, and apart from them keyed digests of the
 * identifiers that are not.
 */
@ApplicationScoped
public class CaseSearchIndex {
  private final SecretStore secrets;

  CaseSearchIndex(SecretStore secrets) {
    this.secrets = secrets;
  }

  /**
   * @param toStaff as those see it who handle all appeals
   * @param toOffices as handlers see a protected report; null for other cases
   * @param identifiers digests
   */
  record Entry(
      boolean reporterProtected, String toStaff, String toOffices, List<String> identifiers) {}

  Entry of(CaseFile file) {
    CaseState standing = file.standing();
    boolean guarded = standing.reporterProtected();
    return new Entry(
        guarded,
        shown(file, standing, Disclosure.masked(file.appeal())),
        guarded ? shown(file, standing, Disclosure.toOffices(file.appeal())) : null,
        identifiers(file));
  }

  private static String shown(CaseFile file, CaseState standing, Disclosure disclosure) {
    Appeal appeal = file.appeal();
    List<String> words = new ArrayList<>();
    words.add(file.number());
    words.add(appeal.externalNumber());
    words.add(disclosure.text(appeal.title()));
    words.add(disclosure.text(appeal.text()));
    Disclosure.Contact contact = disclosure.contact();
    words.add(contact == null ? null : contact.enterprise());
    words.add(standing.department() == null ? null : standing.department().name());
    words.addAll(standing.supporting());
    for (CaseEvent event : file.events()) {
      words.add(disclosure.text(event.reason()));
      String written = event.payload().text();
      boolean drafted = event.type() == EventType.DRAFTED;
      words.add(
          drafted
              ? null
              : event.type().writtenByOffice()
                  ? disclosure.officeText(written)
                  : disclosure.text(written));
    }
    return words.stream()
        .filter(word -> word != null && !word.isBlank())
        .collect(Collectors.joining("\n"));
  }

  private List<String> identifiers(CaseFile file) {
    Appeal appeal = file.appeal();
    Set<String> values = new LinkedHashSet<>();
    values.addAll(PersonalData.values(appeal.title()));
    values.addAll(PersonalData.values(appeal.text()));
    file.events().stream()
        .filter(event -> event.type() != EventType.DRAFTED)
        .map(event -> event.payload().text())
        .filter(Objects::nonNull)
        .forEach(text -> values.addAll(PersonalData.values(text)));
    for (String field :
        new String[] {appeal.contactName(), appeal.contactPhone(), appeal.contactEmail()}) {
      if (field != null && !field.isBlank()) {
        values.add(PersonalData.value(field));
      }
    }
    return values.stream().filter(value -> !value.isEmpty()).map(this::digest).toList();
  }

  /** Of one identifier, in the form of {@link PersonalData#value}. */
  public String digest(String value) {
    byte[] mac =
        Hmac.sha256(
            Objects.requireNonNull(secrets.searchKey()), value.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(mac, 0, 16);
  }
}
