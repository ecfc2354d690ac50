package cn.zhitong.training.data;

import cn.zhitong.common.artefact.HeldOut;
import cn.zhitong.common.embedding.BgeEmbedder;
import cn.zhitong.common.embedding.CachedEmbedder;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What search finds for the questions of a training, kept in a file: searching takes minutes, and
 * every training over the same library needs the same.
 */
public final class SearchResults {
  /** Enough for every use after passages that may not be used are left out. */
  private static final int DEPTH = 30;

  private final PolicyLibrary library;
  private final Path file;
  private final int fingerprint;
  private final Map<String, List<HybridSearch.Found>> found = new HashMap<>();

  /**
   * @param file is made when missing, and made anew where it is of another library
   */
  public SearchResults(PolicyLibrary library, Path file) throws IOException {
    this.library = library;
    this.file = file;
    this.fingerprint = library.passages().hashCode();
    if (Files.exists(file)) {
      load();
    }
  }

  /** Best first; the question must have been prepared. */
  public List<HybridSearch.Found> of(String question) {
    return found.get(question);
  }

  /**
   * Searches for those answered questions that are not known yet. By words and meaning for those
   * that are measured, as the service does; by words alone for those that are trained on, which
   * takes a tenth of the time.
   */
  public void prepare(List<LabelledQuestion> questions) throws Exception {
    List<LabelledQuestion> missing =
        questions.stream().filter(q -> q.answers() && !found.containsKey(q.question())).toList();
    if (missing.isEmpty()) {
      return;
    }
    try (CachedEmbedder embedder = CachedEmbedder.inUserCache(BgeEmbedder.load());
        HybridSearch search = new HybridSearch(library.passages(), embedder)) {
      for (LabelledQuestion question : missing) {
        String text = question.question();
        boolean measured = question.part() != HeldOut.TRAINED;
        found.put(text, measured ? search.search(text, DEPTH) : search.byWords(text, DEPTH));
      }
    }
    save();
  }

  private void load() throws IOException {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      if (in.readInt() != fingerprint) {
        return;
      }
      for (int left = in.readInt(); left > 0; left--) {
        String question = in.readUTF();
        List<HybridSearch.Found> hits = new ArrayList<>();
        for (int hit = in.readInt(); hit > 0; hit--) {
          hits.add(new HybridSearch.Found(library.passages().get(in.readInt()), in.readDouble()));
        }
        found.put(question, hits);
      }
    }
  }

  private void save() throws IOException {
    Map<LibraryPassage, Integer> places = new HashMap<>();
    for (int i = 0; i < library.passages().size(); i++) {
      places.put(library.passages().get(i), i);
    }
    Files.createDirectories(file.toAbsolutePath().getParent());
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
      out.writeInt(fingerprint);
      out.writeInt(found.size());
      for (Map.Entry<String, List<HybridSearch.Found>> entry : found.entrySet()) {
        out.writeUTF(entry.getKey());
        out.writeInt(entry.getValue().size());
        for (HybridSearch.Found hit : entry.getValue()) {
          out.writeInt(places.get(hit.passage()));
          out.writeDouble(hit.cosine());
        }
      }
    }
  }
}
