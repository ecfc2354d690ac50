package cn.zhitong.training.data;

import cn.zhitong.common.embedding.ReaderPassage;
import cn.zhitong.ingest.PolicyParser;
import cn.zhitong.ingest.SourceFiles;
import cn.zhitong.ingest.policy.Clause;
import cn.zhitong.ingest.policy.ParsedPolicy;
import cn.zhitong.ingest.read.SourceFile;
import cn.zhitong.ingest.read.SourceReader;
import cn.zhitong.ingest.read.SourceText;
import cn.zhitong.ingest.read.UnreadableSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The policies of some folders, read, outlined and cut into passages as the service does it. */
public final class PolicyLibrary {
  /** Passages with this share of equal bigrams say the same once more. */
  private static final double SAME_TEXT = .6;

  private final List<LibraryPassage> passages = new ArrayList<>();
  private final Map<String, ParsedPolicy> byId = new HashMap<>();
  private final Map<String, String> idOfTitle = new HashMap<>();
  private final Map<String, List<LibraryPassage>> ofDocument = new HashMap<>();
  private final Map<String, Set<String>> bigrams = new HashMap<>();

  private PolicyLibrary() {}

  /** Files that cannot be read are left out, as the service leaves them out. */
  public static PolicyLibrary read(List<Path> paths) throws IOException {
    PolicyLibrary library = new PolicyLibrary();
    SourceReader reader = new SourceReader();
    PolicyParser parser = new PolicyParser();
    for (SourceFile file : SourceFiles.under(paths)) {
      try {
        reader.read(file, text -> library.add(parser, text), bad -> {});
      } catch (UnreadableSource e) {
        System.err.println("left out " + file.externalId() + ": " + e.getMessage());
      }
    }
    return library;
  }

  private void add(PolicyParser parser, SourceText source) {
    ParsedPolicy policy = parser.parse(source);
    String id = source.externalId();
    String title = titleOf(policy);
    byId.put(id, policy);
    idOfTitle.putIfAbsent(title, id);
    List<LibraryPassage> own =
        policy.passages().stream()
            .map(p -> new LibraryPassage(id, title, p.headings(), p.start(), p.end(), p.text()))
            .toList();
    passages.addAll(own);
    ofDocument.put(id, own);
  }

  private static String titleOf(ParsedPolicy policy) {
    String title = policy.metadata().title();
    return title != null ? title : Objects.requireNonNullElse(policy.metadata().displayTitle(), "");
  }

  /** All passages, by document and place. */
  public List<LibraryPassage> passages() {
    return passages;
  }

  /** Whether the question has words that the one policy has and the other has not. */
  public boolean tellsApart(String question, String doc, String other) {
    Set<String> asked = CharacterBigrams.of(question);
    asked.retainAll(bigrams(doc));
    asked.removeAll(bigrams(other));
    return !asked.isEmpty();
  }

  /**
   * Many announcements have one rule for different countries and goods: a question that names
   * neither is answered by each of them. A passage of another policy counts as no answer only where
   * the question has words of its own policy that the other lacks.
   */
  public boolean mayAnswer(String question, NamedClause answer, LibraryPassage passage) {
    return passage.doc().equals(answer.doc())
        ? answer.overlaps(passage)
            || CharacterBigrams.same(
                answer.bigrams(), CharacterBigrams.of(passage.text()), SAME_TEXT)
        : !tellsApart(question, answer.doc(), passage.doc());
  }

  /** The passages of a document, in order; none where the library does not have it. */
  public List<LibraryPassage> of(String doc) {
    return ofDocument.getOrDefault(doc, List.of());
  }

  /** Whether it is one of the library's documents. */
  public boolean has(String doc) {
    return byId.containsKey(doc);
  }

  private Set<String> bigrams(String doc) {
    return bigrams.computeIfAbsent(
        doc, id -> CharacterBigrams.of(titleOf(byId.get(id)) + "\n" + byId.get(id).text()));
  }

  /** The clause that a question names; empty where the library does not have it. */
  public Optional<NamedClause> clause(LabelledQuestion question) {
    String id =
        question.doc() != null && byId.containsKey(question.doc())
            ? question.doc()
            : idOfTitle.get(question.title());
    ParsedPolicy policy = id == null ? null : byId.get(id);
    if (policy == null) {
      return Optional.empty();
    }
    return policy.clauses().stream()
        .filter(clause -> Objects.equals(clause.path(), question.clause()))
        .skip(question.occurrence())
        .findFirst()
        .map(clause -> named(id, policy, clause));
  }

  private NamedClause named(String id, ParsedPolicy policy, Clause clause) {
    String text = policy.text().substring(clause.start(), clause.end());
    List<LibraryPassage> around =
        ofDocument.get(id).stream()
            .filter(p -> p.start() < clause.end() && clause.start() < p.end())
            .toList();
    String headings = around.isEmpty() ? "" : around.get(0).headings();
    ReaderPassage shown = new ReaderPassage(titleOf(policy), headings, text);
    return new NamedClause(
        id, clause.start(), clause.end(), shown, around, CharacterBigrams.of(text));
  }

  /**
   * A clause in its policy.
   *
   * @param shown the clause alone, as the reader sees it
   * @param passages the passages that hold some of it
   * @param bigrams of its text
   */
  public record NamedClause(
      String doc,
      int start,
      int end,
      ReaderPassage shown,
      List<LibraryPassage> passages,
      Set<String> bigrams) {
    public boolean overlaps(LibraryPassage passage) {
      return passage.doc().equals(doc) && passage.start() < end && start < passage.end();
    }
  }
}
