package cn.zhitong.assistant.policy;

import cn.zhitong.assistant.retrieval.Retrieval;
import cn.zhitong.assistant.web.Problem;
import cn.zhitong.ingest.Ingest;
import cn.zhitong.ingest.IngestOutcome;
import cn.zhitong.ingest.policy.FieldSource;
import cn.zhitong.ingest.policy.PolicyMetadata;
import cn.zhitong.ingest.policy.PolicyMetadataBuilder;
import cn.zhitong.ingest.store.CorpusStore;
import cn.zhitong.ingest.store.PolicyAttachment;
import cn.zhitong.ingest.store.StoredPolicy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Makes texts attachments of policies. An attachment bears its policy's title in front of its own,
 * so that it is found and cited as what it is; it takes the policy's number, issuer and place.
 */
@ApplicationScoped
class AttachmentLinks {
  private static final String NOTE = "所附的政策";

  private final CorpusStore store;
  private final Ingest ingest;
  private final Instance<Retrieval> retrieval;

  AttachmentLinks(CorpusStore store, Ingest ingest, Instance<Retrieval> retrieval) {
    this.store = store;
    this.ingest = ingest;
    this.retrieval = retrieval;
  }

  /**
   * @param label as printed; empty for one that has no number
   * @throws Problem.Conflict when either hangs on, or carries, another one
   */
  void attach(StoredPolicy attachment, StoredPolicy parent, String label) {
    hang(attachment, parent, label);
    catchUp();
  }

  private void hang(StoredPolicy attachment, StoredPolicy parent, String label) {
    if (attachment.entry().withdrawn() || parent.entry().withdrawn()) {
      throw new Problem.Conflict("已撤回的文件不能关联附件，请重新发布后再关联。", Map.of());
    }
    String named = label == null || label.isBlank() ? "附件" : label.strip();
    String own = ownTitle(attachment);
    if (!store.attach(attachment.id(), parent.id(), named, own)) {
      throw new Problem.Conflict("附件不能再有附件，也不能附在自己上，请选择正文文件。", Map.of());
    }
    rename(attachment, parent, named, own);
  }

  void detach(StoredPolicy attachment) {
    String own = ownTitle(attachment);
    if (!store.detach(attachment.id())) {
      throw new Problem.Conflict("这份文件现在不是附件，无需解除。", Map.of());
    }
    ingest.correct(attachment, alone(attachment, own), sources(attachment, Set.of()));
    catchUp();
  }

  /** Without what was taken from the policy. */
  private static PolicyMetadata alone(StoredPolicy attachment, String own) {
    PolicyMetadataBuilder metadata = attachment.metadata().toBuilder().title(own);
    for (FieldSource source : attachment.sources()) {
      if (NOTE.equals(source.note())) {
        switch (source.field()) {
          case "documentNumber" -> metadata.documentNumber(null);
          case "issuer" -> metadata.issuer(null);
          case "region" -> metadata.region(null).level(null);
          case "issuedOn" -> metadata.issuedOn(null);
          default -> {}
        }
      }
    }
    return metadata.build();
  }

  /** What a field rests on, with those that now rest on the policy. */
  private static List<FieldSource> sources(StoredPolicy attachment, Set<String> taken) {
    List<FieldSource> sources = new ArrayList<>();
    attachment.sources().stream()
        .filter(source -> !taken.contains(source.field()) && !NOTE.equals(source.note()))
        .forEach(sources::add);
    taken.forEach(field -> sources.add(new FieldSource(field, "derived", null, null, NOTE)));
    return sources;
  }

  /**
   * Links what was uploaded together, by the files' names and by what the policies say. The search
   * is not told: it is once, when the upload is through.
   */
  void link(List<IngestOutcome> outcomes) {
    List<UploadedText> texts = new ArrayList<>();
    for (IngestOutcome outcome : outcomes) {
      Optional<StoredPolicy> stored =
          outcome.policyId() == null ? Optional.empty() : store.policy(outcome.policyId());
      stored
          .filter(policy -> !policy.entry().withdrawn())
          .ifPresent(policy -> texts.add(new UploadedText(outcome.externalId(), policy)));
    }
    for (UploadedText text : texts) {
      Optional<PolicyAttachment> linked = store.attachedTo(text.policy().id());
      if (linked.isPresent()) {
        // Its file came anew and with it its own title: the policy's stands in front again.
        store
            .policy(linked.get().parent())
            .filter(parent -> !parent.entry().withdrawn())
            .filter(parent -> !text.policy().entry().displayTitle().startsWith(title(parent)))
            .ifPresent(parent -> hang(text.policy(), parent, linked.get().label()));
      } else {
        UploadedText.parent(text, texts)
            .filter(parent -> store.attachedTo(parent.id()).isEmpty())
            .filter(parent -> store.attachments(text.policy().id()).isEmpty())
            .ifPresent(parent -> hang(text.policy(), parent, text.label()));
      }
    }
  }

  private void rename(StoredPolicy attachment, StoredPolicy parent, String label, String own) {
    PolicyMetadata above = parent.metadata();
    PolicyMetadata was = alone(attachment, own);
    PolicyMetadataBuilder metadata = was.toBuilder().title(title(parent) + " " + label + "：" + own);
    Set<String> taken = new TreeSet<>(Set.of("title"));
    if (was.documentNumber() == null && above.documentNumber() != null) {
      metadata.documentNumber(above.documentNumber());
      taken.add("documentNumber");
    }
    if (was.issuer() == null && above.issuer() != null) {
      metadata.issuer(above.issuer());
      taken.add("issuer");
    }
    if (was.region() == null && above.region() != null) {
      metadata.region(above.region()).level(above.level());
      taken.add("region");
    }
    if (was.issuedOn() == null && above.issuedOn() != null) {
      metadata.issuedOn(above.issuedOn());
      taken.add("issuedOn");
    }
    ingest.correct(attachment, metadata.build(), sources(attachment, taken));
  }

  private String ownTitle(StoredPolicy attachment) {
    return store
        .attachedTo(attachment.id())
        .map(PolicyAttachment::ownTitle)
        .orElseGet(() -> UploadedText.shortTitle(attachment));
  }

  private static String title(StoredPolicy parent) {
    return parent.entry().displayTitle();
  }

  private void catchUp() {
    retrieval.stream().findFirst().ifPresent(Retrieval::catchUp);
  }
}
