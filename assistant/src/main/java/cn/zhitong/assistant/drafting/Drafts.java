package cn.zhitong.assistant.drafting;

import cn.zhitong.assistant.appeal.Category;
import cn.zhitong.assistant.casework.Appeal;
import cn.zhitong.assistant.casework.Owner;
import cn.zhitong.assistant.casework.state.CaseFile;
import cn.zhitong.assistant.casework.state.CaseState;
import cn.zhitong.assistant.citation.Citation;
import cn.zhitong.assistant.citation.MarkedCitation;
import cn.zhitong.assistant.citation.StoredTexts;
import cn.zhitong.assistant.citation.Verifier;
import cn.zhitong.assistant.department.Catalogue;
import cn.zhitong.assistant.department.Department;
import cn.zhitong.assistant.llm.LanguageModel;
import cn.zhitong.assistant.privacy.PersonalData;
import cn.zhitong.assistant.question.AnswerPipeline;
import cn.zhitong.assistant.question.LibraryTexts;
import cn.zhitong.assistant.question.Mode;
import cn.zhitong.assistant.retrieval.Retrieval;
import cn.zhitong.assistant.runtime.Infrastructure;
import cn.zhitong.assistant.security.Caller;
import cn.zhitong.common.jdbc.Jdbc;
import cn.zhitong.ingest.store.CorpusStore;
import cn.zhitong.prompts.Prompts;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The pipeline of a draft: split matters, find and verify evidence for each, lay out, check. */
@ApplicationScoped
class Drafts {
  private final AnswerPipeline answers;
  private final Retrieval retrieval;
  private final Catalogue catalogue;
  private final StoredTexts library;
  private final ModelDraft modelDraft;
  private final PastReplies past;
  private final Clock clock;

  Drafts(
      AnswerPipeline answers,
      Retrieval retrieval,
      LanguageModel model,
      Catalogue catalogue,
      Jdbc jdbc,
      PastReplies past,
      Clock clock) {
    this.past = past;
    this.answers = answers;
    this.retrieval = retrieval;
    this.catalogue = catalogue;
    this.library = new LibraryTexts(new CorpusStore(jdbc, clock));
    this.modelDraft = new ModelDraft(model, new Prompts());
    this.clock = clock;
  }

  /** What was found for all matters, and who wrote it. */
  private record Written(List<MatterReply> matters, Mode mode) {}

  /**
   * What a draft is written for.
   *
   * @param number the case's, null where there is none yet
   * @param department who answers: decided on, else suggested; null where unknown
   * @param onlyOf department whose past replies alone may be followed; null for all
   */
  record Wanted(
      String number,
      Appeal appeal,
      Category category,
      String department,
      Department office,
      String onlyOf) {}

  /** A handler sees the own department's cases, and so their replies; null for all others. */
  String onlyOf(Caller caller) {
    if (caller.handlesAppeals()) {
      return null;
    }
    String own = caller.department() == null ? "" : caller.department();
    return catalogue.byId(own).map(Department::name).orElse(own);
  }

  /** By the law and the past of a day. */
  Draft draft(CaseFile file, Instant at, Caller caller) {
    CaseState standing = file.standing();
    Optional<Department> office = office(standing);
    String name = office.map(Department::name).orElse(decided(standing));
    return draft(
        new Wanted(
            file.number(),
            // Whoever drafts: the office complained of reads it.
            standing.reporterProtected() ? file.appeal().anonymous() : file.appeal(),
            category(standing),
            name == null ? suggested(standing) : name,
            office.orElse(null),
            onlyOf(caller)),
        LocalDate.ofInstant(at, Infrastructure.ZONE));
  }

  private static Category category(CaseState standing) {
    return standing.category() == null ? Category.CONSULTATION : standing.category();
  }

  Draft draft(Wanted wanted) {
    return draft(wanted, LocalDate.now(clock));
  }

  private Draft draft(Wanted wanted, LocalDate today) {
    Verifier verifier = new Verifier(library.remembering());
    Appeal appeal = wanted.appeal();
    List<String> matters = MatterSplitter.of(appeal.title(), appeal.text());
    String region = appeal.region() == null ? regionOf(wanted.office()) : appeal.region();
    PolicyEvidence evidence = new PolicyEvidence(answers, retrieval, appeal, region, today);
    Written written = write(evidence, matters, wanted, today, verifier);
    String greeting = past.greeting(wanted.department());
    PastReplyDrafter.Adapted precedent = followed(wanted, greeting, written.matters());

    String hotline = wanted.office() == null ? null : wanted.office().hotline();
    OfficialForm form =
        new OfficialForm()
            .lay(
                new OfficialForm.Frame(
                    appeal.enterprise(),
                    appeal.title(),
                    wanted.number(),
                    wanted.category(),
                    wanted.department(),
                    hotline,
                    greeting,
                    today),
                written.matters(),
                precedent);

    List<Citation> citations = form.citations().stream().map(verifier::placed).toList();
    String text = Draft.textOf(form.blocks());
    int unverified = unverified(written.matters(), verifier);
    return new Draft(
        form.blocks(),
        MarkedCitation.of(citations),
        DraftChecks.of(
            text,
            citations,
            unverified,
            form.matters(),
            precedent,
            new DraftChecks.Writing(hotline, appeal.appeal(), wanted.category())),
        precedent.sources().stream().map(Draft.Precedent::of).toList(),
        form.matters(),
        text,
        citations.isEmpty() ? null : written.mode().code());
  }

  /**
   * What was replied to similar appeals. A past reply answers its whole appeal: it is looked for by
   * the whole of this one, the title counted twice, and answers all its matters together.
   */
  private PastReplyDrafter.Adapted followed(
      Wanted wanted, String greeting, List<MatterReply> matters) {
    Appeal appeal = wanted.appeal();
    String whole = appeal.title() + "\n" + appeal.text();
    // An office's own name and place are nobody else's.
    String own = whole + "\n" + (wanted.department() == null ? "" : wanted.department());
    List<PastReplies.Similar> similar =
        past.search(
            PersonalData.removed(appeal.title() + "\n" + whole),
            wanted.onlyOf() == null ? wanted.department() : wanted.onlyOf(),
            wanted.onlyOf() != null,
            wanted.number(),
            PastReplyDrafter.POOL);
    String said = matters.stream().map(MatterReply::text).collect(Collectors.joining());
    return PastReplyDrafter.adapt(wanted.category(), own, greeting, said, similar);
  }

  /** Checks of an edited text, as the editor asks for while a person writes. */
  List<Draft.Check> check(CaseFile file, String text) {
    String hotline = office(file.standing()).map(Department::hotline).orElse(null);
    return DraftChecks.ofText(
        text, new DraftChecks.Writing(hotline, file.appeal().appeal(), category(file.standing())));
  }

  private Written write(
      PolicyEvidence evidence,
      List<String> matters,
      Wanted wanted,
      LocalDate today,
      Verifier verifier) {
    Optional<MatterReply> whole =
        modelDraft.write(
            wanted.appeal(),
            wanted.category().label(),
            () -> evidence.passages(matters),
            today,
            verifier);
    if (whole.isPresent()) {
      return new Written(byMatter(matters, whole.get()), Mode.GENERATED);
    }
    return new Written(evidence.quoted(matters), Mode.EXTRACTIVE);
  }

  /** The model was told to give each matter a paragraph; where it did not, nothing is guessed. */
  private static List<MatterReply> byMatter(List<String> matters, MatterReply whole) {
    if (whole.paragraphs().size() != matters.size()) {
      return List.of(new MatterReply(String.join("", matters), whole.paragraphs(), whole.gaps()));
    }
    List<MatterReply> replies = new ArrayList<>();
    for (int i = 0; i < matters.size(); i++) {
      boolean last = i == matters.size() - 1;
      replies.add(
          new MatterReply(
              matters.get(i), List.of(whole.paragraphs().get(i)), last ? whole.gaps() : List.of()));
    }
    return replies;
  }

  /** Once more over what is about to be shown: none may have slipped through. */
  private static int unverified(List<MatterReply> matters, Verifier verifier) {
    return (int)
        matters.stream()
            .flatMap(matter -> matter.paragraphs().stream())
            .flatMap(List::stream)
            .filter(sentence -> !verifier.verify(sentence).supported())
            .count();
  }

  private Optional<Department> office(CaseState standing) {
    if (standing.department() == null) {
      return Optional.empty();
    }
    Owner owner = standing.department();
    return Optional.ofNullable(owner.id())
        .flatMap(catalogue::byId)
        .or(() -> catalogue.byName(owner.name()));
  }

  private static String regionOf(Department office) {
    return office == null ? null : office.region();
  }

  private static String decided(CaseState standing) {
    return standing.department() == null ? null : standing.department().name();
  }

  /** Triage's first candidate, null where it has none. */
  private static String suggested(CaseState standing) {
    return standing.suggested() == null || standing.suggested().departments().isEmpty()
        ? null
        : standing.suggested().departments().get(0).name();
  }
}
