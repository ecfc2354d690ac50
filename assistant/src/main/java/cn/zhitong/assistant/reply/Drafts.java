package cn.zhitong.assistant.reply;

import cn.zhitong.assistant.casework.Appeal;
import cn.zhitong.assistant.casework.CaseFile;
import cn.zhitong.assistant.casework.Standing;
import cn.zhitong.assistant.citation.Citation;
import cn.zhitong.assistant.citation.CitedSentence;
import cn.zhitong.assistant.citation.StoredTexts;
import cn.zhitong.assistant.citation.Verifier;
import cn.zhitong.assistant.llm.LanguageModel;
import cn.zhitong.assistant.question.Answer;
import cn.zhitong.assistant.question.Answers;
import cn.zhitong.assistant.question.LibraryTexts;
import cn.zhitong.assistant.question.Mode;
import cn.zhitong.assistant.question.QuestionRequest;
import cn.zhitong.assistant.retrieval.Hit;
import cn.zhitong.assistant.retrieval.Retrieval;
import cn.zhitong.assistant.retrieval.SearchQuery;
import cn.zhitong.assistant.triage.Catalogue;
import cn.zhitong.assistant.triage.Category;
import cn.zhitong.assistant.triage.Department;
import cn.zhitong.ingest.database.Jdbc;
import cn.zhitong.ingest.store.CorpusStore;
import cn.zhitong.prompts.Prompts;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The street of a draft: split matters, find and verify evidence for each, lay out, check. */
@ApplicationScoped
class Drafts {
  private static final int PASSAGES_A_MATTER = 6;

  private final Answers answers;
  private final Retrieval retrieval;
  private final Catalogue catalogue;
  private final StoredTexts library;
  private final ModelDraft modelDraft;
  private final Clock clock;

  Drafts(
      Answers answers,
      Retrieval retrieval,
      LanguageModel model,
      Catalogue catalogue,
      Jdbc jdbc,
      Clock clock) {
    this.answers = answers;
    this.retrieval = retrieval;
    this.catalogue = catalogue;
    this.library = new LibraryTexts(new CorpusStore(jdbc, clock));
    this.modelDraft = new ModelDraft(model, new Prompts());
    this.clock = clock;
  }

  /** What was found for all matters, and who wrote it. */
  private record Written(List<MatterReply> matters, Mode mode) {}

  Draft draft(CaseFile file) {
    Standing standing = file.standing();
    Category category = standing.category() == null ? Category.CONSULTATION : standing.category();
    LocalDate today = LocalDate.now(clock);
    Verifier verifier = new Verifier(library.remembering());

    List<String> matters = Matters.of(file.appeal().title(), file.appeal().text());
    Written written = write(file.appeal(), matters, category, today, verifier);

    Optional<Department> office = office(standing);
    String hotline = office.map(Department::hotline).orElse(null);
    OfficialForm form =
        new OfficialForm()
            .lay(
                new OfficialForm.Frame(
                    file.appeal().enterprise(),
                    file.appeal().title(),
                    file.number(),
                    category,
                    officeName(standing, office),
                    hotline,
                    today),
                written.matters());

    List<Citation> citations = form.citations();
    String text = Draft.textOf(form.blocks());
    int unverified = unverified(written.matters(), verifier);
    List<Draft.Source> sources = new ArrayList<>();
    citations.forEach(citation -> sources.add(Draft.Source.of(sources.size() + 1, citation)));
    return new Draft(
        form.blocks(),
        sources,
        DraftChecks.of(text, citations, unverified, written.matters(), hotline),
        text,
        citations.isEmpty() ? null : written.mode().code());
  }

  /** Checks of an edited text, as the editor asks for while a person writes. */
  List<Draft.Check> check(CaseFile file, String text) {
    String hotline = office(file.standing()).map(Department::hotline).orElse(null);
    return DraftChecks.ofText(text, hotline);
  }

  private Written write(
      Appeal appeal, List<String> matters, Category category, LocalDate today, Verifier verifier) {
    Optional<MatterReply> whole =
        modelDraft.write(appeal, category.label(), hits(matters, appeal, today), today, verifier);
    if (whole.isPresent()) {
      return new Written(byMatter(matters, whole.get()), Mode.GENERATED);
    }
    List<MatterReply> replies = new ArrayList<>();
    for (String matter : matters) {
      replies.add(new MatterReply(matter, evidence(matter, appeal, today), List.of()));
    }
    return new Written(replies, Mode.EXTRACTIVE);
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

  private List<List<CitedSentence>> evidence(String matter, Appeal appeal, LocalDate today) {
    Answer answer =
        answers.unrecorded(new QuestionRequest(matter, null, appeal.region(), today, false));
    return answer.fold(
        answered -> List.of(answered.sentences()), refused -> List.of(), clarify -> List.of());
  }

  /** Best passages of all matters, each once. */
  private List<Hit> hits(List<String> matters, Appeal appeal, LocalDate today) {
    Map<UUID, Hit> hits = new LinkedHashMap<>();
    for (String matter : matters) {
      retrieval
          .search(
              new SearchQuery(matter, PASSAGES_A_MATTER, appeal.region(), today, Set.of(), false))
          .forEach(hit -> hits.putIfAbsent(hit.passageId(), hit));
    }
    return hits.values().stream().sorted((a, b) -> Double.compare(b.score(), a.score())).toList();
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

  private Optional<Department> office(Standing standing) {
    if (standing.department() == null) {
      return Optional.empty();
    }
    Standing.Owner owner = standing.department();
    return Optional.ofNullable(owner.id())
        .flatMap(catalogue::byId)
        .or(() -> catalogue.byName(owner.name()));
  }

  private static String officeName(Standing standing, Optional<Department> office) {
    return office
        .map(Department::name)
        .orElse(standing.department() == null ? null : standing.department().name());
  }
}
