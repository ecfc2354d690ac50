package cn.zhitong.assistant.policy;

import cn.zhitong.assistant.retrieval.Retrieval;
import cn.zhitong.ingest.Ingest;
import cn.zhitong.ingest.IngestListener;
import cn.zhitong.ingest.IngestOutcome;
import cn.zhitong.ingest.policy.PolicyId;
import cn.zhitong.ingest.policy.PolicyMetadata;
import cn.zhitong.ingest.read.PageProgress;
import cn.zhitong.ingest.read.SourceFile;
import cn.zhitong.ingest.store.CorpusStore;
import cn.zhitong.ingest.store.PolicyAttachment;
import cn.zhitong.ingest.store.StoredPolicy;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Takes in many files at once: each whole or not at all, then what belongs together is linked, then
 * all of it is searchable. Whoever sent them is told of each step.
 */
@ApplicationScoped
class Uploads {
  private static final String SOURCE = "upload";

  private final Ingest ingest;
  private final CorpusStore store;
  private final AttachmentLinks links;
  private final Instance<Retrieval> retrieval;

  Uploads(Ingest ingest, CorpusStore store, AttachmentLinks links, Instance<Retrieval> retrieval) {
    this.ingest = ingest;
    this.store = store;
    this.links = links;
    this.retrieval = retrieval;
  }

  /** Refuses before anything is read or answered, where nothing could be stored. */
  void requireModel() {
    ingest.requireModel();
  }

  /** Takes the events of an upload; may fail when nobody listens any more. */
  interface Listener {
    void tell(Event event) throws IOException;
  }

  /** A step of an upload, as its answer's line says it. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
  sealed interface Event {}

  @JsonTypeName("start")
  record Start(int total) implements Event {}

  /**
   * @param index of the file, from 1
   */
  @JsonTypeName("reading")
  record Reading(String externalId, int index, int total) implements Event {}

  /**
   * @param page that is being read from its picture, from 1
   */
  @JsonTypeName("page")
  record ReadingPage(String externalId, int page, int pages) implements Event {}

  /**
   * What became of a file; what is null where it was not stored is left out.
   *
   * @param same published policies with the same number and title under another name
   */
  @JsonTypeName("outcome")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Outcome(
      String externalId,
      String result,
      String reason,
      PolicyId policyId,
      String title,
      Integer warnings,
      List<PolicyBody.Related> same)
      implements Event {}

  @JsonTypeName("linked")
  record Linked(
      PolicyId policyId, String title, PolicyId parentId, String parentTitle, String label)
      implements Event {}

  @JsonTypeName("done")
  record Done(int total) implements Event {}

  void run(List<SourceFile> files, Listener listener) throws IOException {
    listener.tell(new Start(files.size()));
    List<IngestOutcome> outcomes = new ArrayList<>();
    try {
      ingest.run(
          SOURCE,
          files,
          PolicyMetadata.builder().build(),
          new IngestListener() {
            private int read;

            @Override
            public void reading(SourceFile file) {
              send(listener, new Reading(file.externalId(), ++read, files.size()));
            }

            @Override
            public void reading(SourceFile file, PageProgress page) {
              send(listener, new ReadingPage(file.externalId(), page.page(), page.pages()));
            }

            @Override
            public void settled(IngestOutcome outcome) {
              outcomes.add(outcome);
              send(listener, outcome(outcome));
            }
          });
    } catch (UncheckedIOException e) {
      // Nobody listens any more: what is stored is stored whole, the rest was not begun.
      throw e.getCause();
    } finally {
      links.link(outcomes);
      retrieval.stream().findFirst().ifPresent(Retrieval::catchUp);
    }
    for (IngestOutcome outcome : outcomes) {
      Optional<PolicyAttachment> attached =
          outcome.policyId() == null ? Optional.empty() : store.attachedTo(outcome.policyId());
      if (attached.isPresent()) {
        listener.tell(linked(attached.get()));
      }
    }
    listener.tell(new Done(files.size()));
  }

  private Outcome outcome(IngestOutcome outcome) {
    StoredPolicy policy =
        outcome.policyId() == null ? null : store.policy(outcome.policyId()).orElse(null);
    List<PolicyBody.Related> same =
        policy == null || outcome.result() != IngestOutcome.Result.CREATED
            ? List.of()
            : store.sameNamed(policy).stream().map(PolicyBody.Related::of).toList();
    return new Outcome(
        outcome.externalId(),
        outcome.result().code(),
        outcome.reason(),
        outcome.policyId(),
        policy == null ? null : policy.entry().displayTitle(),
        policy == null ? null : policy.warnings().size(),
        same);
  }

  private static Linked linked(PolicyAttachment a) {
    return new Linked(a.attachment(), a.title(), a.parent(), a.parentTitle(), a.label());
  }

  private static void send(Listener listener, Event event) {
    try {
      listener.tell(event);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
