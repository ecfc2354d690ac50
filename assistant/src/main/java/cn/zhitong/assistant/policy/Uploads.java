package cn.zhitong.assistant.policy;

import cn.zhitong.assistant.retrieval.Retrieval;
import cn.zhitong.ingest.Ingest;
import cn.zhitong.ingest.IngestListener;
import cn.zhitong.ingest.IngestOutcome;
import cn.zhitong.ingest.policy.PolicyId;
import cn.zhitong.ingest.policy.PolicyMetadata;
import cn.zhitong.ingest.read.SourceFile;
import cn.zhitong.ingest.store.Attached;
import cn.zhitong.ingest.store.CorpusStore;
import cn.zhitong.ingest.store.StoredPolicy;
import com.fasterxml.jackson.annotation.JsonInclude;
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

  /** Takes the events of an upload; may fail when nobody listens any more. */
  interface Listener {
    void tell(Event event) throws IOException;
  }

  /**
   * A step of an upload; what a kind of event does not have is null.
   *
   * @param event {@code start}, {@code reading}, {@code outcome}, {@code linked} or {@code done}
   * @param index of the file, from 1
   * @param same published policies with the same number and title under another name
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Event(
      String event,
      Integer total,
      Integer index,
      String externalId,
      String result,
      String reason,
      PolicyId policyId,
      String title,
      Integer warnings,
      List<PolicyBody.Related> same,
      PolicyId parentId,
      String parentTitle,
      String label) {
    static Event start(int total) {
      return new Event(
          "start", total, null, null, null, null, null, null, null, null, null, null, null);
    }

    static Event reading(String externalId, int index, int total) {
      return new Event(
          "reading",
          total,
          index,
          externalId,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null);
    }

    static Event outcome(IngestOutcome o, StoredPolicy policy, List<PolicyBody.Related> same) {
      return new Event(
          "outcome",
          null,
          null,
          o.externalId(),
          o.result().code(),
          o.reason(),
          o.policyId(),
          policy == null ? null : policy.entry().displayTitle(),
          policy == null ? null : policy.warnings().size(),
          same,
          null,
          null,
          null);
    }

    static Event linked(Attached a) {
      return new Event(
          "linked",
          null,
          null,
          null,
          null,
          null,
          a.attachment(),
          a.title(),
          null,
          null,
          a.parent(),
          a.parentTitle(),
          a.label());
    }

    static Event done(int total) {
      return new Event(
          "done", total, null, null, null, null, null, null, null, null, null, null, null);
    }
  }

  void run(List<SourceFile> files, Listener listener) throws IOException {
    listener.tell(Event.start(files.size()));
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
              send(listener, Event.reading(file.externalId(), ++read, files.size()));
            }

            @Override
            public void settled(IngestOutcome outcome) {
              outcomes.add(outcome);
              send(listener, settledEvent(outcome));
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
      Optional<Attached> attached =
          outcome.policyId() == null ? Optional.empty() : store.attachedTo(outcome.policyId());
      if (attached.isPresent()) {
        listener.tell(Event.linked(attached.get()));
      }
    }
    listener.tell(Event.done(files.size()));
  }

  private Event settledEvent(IngestOutcome outcome) {
    StoredPolicy policy =
        outcome.policyId() == null ? null : store.policy(outcome.policyId()).orElse(null);
    List<PolicyBody.Related> same =
        policy == null || outcome.result() != IngestOutcome.Result.CREATED
            ? List.of()
            : store.sameNamed(policy).stream().map(PolicyBody.Related::of).toList();
    return Event.outcome(outcome, policy, same);
  }

  private static void send(Listener listener, Event event) {
    try {
      listener.tell(event);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
