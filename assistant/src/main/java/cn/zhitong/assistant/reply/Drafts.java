package cn.zhitong.assistant.reply;

import cn.zhitong.assistant.casework.Appeal;
import cn.zhitong.assistant.casework.CaseFile;
import cn.zhitong.assistant.casework.Standing;
import cn.zhitong.assistant.citation.Citation;
import cn.zhitong.assistant.citation.CitedSentence;
import cn.zhitong.assistant.citation.MarkedCitation;
import cn.zhitong.assistant.citation.StoredTexts;
import cn.zhitong.assistant.citation.Verifier;
import cn.zhitong.assistant.llm.LanguageModel;
import cn.zhitong.assistant.privacy.PersonalData;
import cn.zhitong.assistant.question.Answer;
import cn.zhitong.assistant.question.Answers;
import cn.zhitong.assistant.question.LibraryTexts;
import cn.zhitong.assistant.question.Mode;
import cn.zhitong.assistant.question.QuestionRequest;
import cn.zhitong.assistant.retrieval.Hit;
import cn.zhitong.assistant.retrieval.Retrieval;
import cn.zhitong.assistant.retrieval.SearchQuery;
import cn.zhitong.assistant.runtime.Infrastructure;
import cn.zhitong.assistant.triage.Catalogue;
import cn.zhitong.assistant.triage.Category;
import cn.zhitong.assistant.triage.Department;
import cn.zhitong.ingest.database.Jdbc;
import cn.zhitong.ingest.store.CorpusStore;
import cn.zhitong.prompts.Prompts;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The street of a draft: split matters, find and verify evidence for each, lay out, check. */
@ApplicationScoped
class Drafts {
  private static final int PASSAGES_A_MATTER = 6;

  /** What a letter's own words find first: what is quoted to it must be among these. */
  private static final int ABOUT_THE_LETTER = 3;

  private final Answers answers;
  private final Retrieval retrieval;
  private final Catalogue catalogue;
  private final StoredTexts library;
  private final ModelDraft modelDraft;
  private final PastReplies past;
  private final Clock clock;

  Drafts(
      Answers answers,
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
   * An appeal and for where and when law is looked for.
   *
   * @param region where the appeal says nothing of it, the office's; null where neither does
   */
  private record Searched(Appeal appeal, String region, LocalDate today) {}

  /**
   * What a draft is written for.
   *
   * @param number the case's, null where there is none yet
   * @param department who answers: decided on, else suggested; null where unknown
   */
  record Wanted(
      String number, Appeal appeal, Category category, String department, Department office) {}

  /** By the law and the past of a day. */
  Draft draft(CaseFile file, Instant at) {
    Standing standing = file.standing();
    Category category = standing.category() == null ? Category.CONSULTATION : standing.category();
    Optional<Department> office = office(standing);
    String name = office.map(Department::name).orElse(decided(standing));
    return draft(
        new Wanted(
            file.number(),
            file.appeal(),
            category,
            name == null ? suggested(standing) : name,
            office.orElse(null)),
        LocalDate.ofInstant(at, Infrastructure.ZONE));
  }

  Draft draft(Wanted wanted) {
    return draft(wanted, LocalDate.now(clock));
  }

  private Draft draft(Wanted wanted, LocalDate today) {
    Verifier verifier = new Verifier(library.remembering());
    Appeal appeal = wanted.appeal();
    List<String> matters = Matters.of(appeal.title(), appeal.text());
    String region = appeal.region() == null ? regionOf(wanted.office()) : appeal.region();
    Searched searched = new Searched(appeal, region, today);
    Written written = write(searched, matters, wanted.category(), verifier);
    String greeting = past.greeting(wanted.department());
    Precedents.Adapted precedent = followed(wanted, greeting, written.matters());

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

    List<Citation> citations = form.citations();
    String text = Draft.textOf(form.blocks());
    int unverified = unverified(written.matters(), verifier);
    List<MarkedCitation> sources = new ArrayList<>();
    citations.forEach(citation -> sources.add(MarkedCitation.of(sources.size() + 1, citation)));
    return new Draft(
        form.blocks(),
        sources,
        DraftChecks.of(
            text, citations, unverified, form.matters(), precedent, hotline, appeal.letter()),
        precedent.sources().stream().map(Draft.Precedent::of).toList(),
        form.matters(),
        text,
        citations.isEmpty() ? null : written.mode().code());
  }

  /**
   * What was replied to similar appeals. A past reply answers its whole letter: it is looked for by
   * the whole of this one, the title counted twice, and answers all its matters together.
   */
  private Precedents.Adapted followed(Wanted wanted, String greeting, List<MatterReply> matters) {
    Appeal appeal = wanted.appeal();
    String whole = appeal.title() + "\n" + appeal.text();
    // An office's own name and place are nobody else's.
    String own = whole + "\n" + (wanted.department() == null ? "" : wanted.department());
    List<PastReplies.Similar> similar =
        past.search(
            PersonalData.removed(appeal.title() + "\n" + whole),
            wanted.department(),
            wanted.number(),
            Precedents.POOL);
    String said = matters.stream().map(MatterReply::text).collect(Collectors.joining());
    return Precedents.adapt(own, greeting, said, similar);
  }

  /** Checks of an edited text, as the editor asks for while a person writes. */
  List<Draft.Check> check(CaseFile file, String text) {
    String hotline = office(file.standing()).map(Department::hotline).orElse(null);
    return DraftChecks.ofText(text, hotline, file.appeal().letter());
  }

  private Written write(
      Searched searched, List<String> matters, Category category, Verifier verifier) {
    Optional<MatterReply> whole =
        modelDraft.write(
            searched.appeal(),
            category.label(),
            hits(matters, searched),
            searched.today(),
            verifier);
    if (whole.isPresent()) {
      return new Written(byMatter(matters, whole.get()), Mode.GENERATED);
    }
    return new Written(quoted(searched, matters), Mode.EXTRACTIVE);
  }

  /**
   * Appeals tell a story that no policy speaks of: of one that asks one thing, the title is asked
   * first. Where no matter found anything, the title speaks for all of them.
   */
  private List<MatterReply> quoted(Searched searched, List<String> matters) {
    String title = searched.appeal().title();
    List<List<List<CitedSentence>>> found = new ArrayList<>();
    for (String matter : matters) {
      List<List<CitedSentence>> titled =
          matters.size() == 1 ? evidence(title, searched.appeal().text(), searched) : List.of();
      found.add(titled.isEmpty() ? evidence(matter, title, searched) : titled);
    }
    if (matters.size() > 1 && found.stream().allMatch(List::isEmpty)) {
      found.set(0, evidence(title, searched.appeal().text(), searched));
    }
    List<MatterReply> replies = new ArrayList<>();
    for (int i = 0; i < matters.size(); i++) {
      replies.add(new MatterReply(matters.get(i), found.get(i), List.of()));
    }
    return replies;
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

  /**
   * What answers a part of a letter and is what the letter is about: of a title like 车位产权 alone,
   * what speaks of 知识产权 would do too.
   *
   * @param rest what the letter says besides
   */
  private List<List<CitedSentence>> evidence(String question, String rest, Searched searched) {
    if (question.isBlank()) {
      return List.of();
    }
    Answer answer =
        answers.unrecorded(
            new QuestionRequest(question, null, searched.region(), searched.today(), false));
    List<CitedSentence> said =
        answer.fold(answered -> answered.sentences(), refused -> List.of(), clarify -> List.of());
    if (said.isEmpty() || rest.isBlank()) {
      return said.isEmpty() ? List.of() : List.of(said);
    }
    String letter = question + '\n' + rest;
    String asked = letter.substring(0, Math.min(letter.length(), QuestionRequest.LONGEST));
    List<Hit> about = search(asked, ABOUT_THE_LETTER, searched);
    List<CitedSentence> fitting =
        said.stream()
            .filter(sentence -> sentence.citations().stream().allMatch(in(about)))
            .toList();
    return fitting.isEmpty() ? List.of() : List.of(fitting);
  }

  private static Predicate<Citation> in(List<Hit> hits) {
    return citation ->
        hits.stream()
            .anyMatch(
                hit ->
                    hit.policyId().equals(citation.policyId())
                        && hit.start() < citation.end()
                        && citation.start() < hit.end());
  }

  /** Best passages of all matters, each once. */
  private List<Hit> hits(List<String> matters, Searched searched) {
    Map<UUID, Hit> hits = new LinkedHashMap<>();
    for (String matter : matters) {
      search(matter, PASSAGES_A_MATTER, searched)
          .forEach(hit -> hits.putIfAbsent(hit.passageId(), hit));
    }
    return hits.values().stream().sorted((a, b) -> Double.compare(b.score(), a.score())).toList();
  }

  private List<Hit> search(String text, int most, Searched searched) {
    return retrieval.search(
        new SearchQuery(text, most, searched.region(), searched.today(), Set.of(), false));
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

  private static String regionOf(Department office) {
    return office == null ? null : office.region();
  }

  private static String decided(Standing standing) {
    return standing.department() == null ? null : standing.department().name();
  }

  /** Triage's first candidate, null where it has none. */
  private static String suggested(Standing standing) {
    return standing.suggestion() == null
        ? null
        : standing.suggestion().path("departments").path(0).path("name").asText(null);
  }
}
