package cn.zhitong.assistant.triage.classify;

import cn.zhitong.assistant.appeal.AppealDocument;
import cn.zhitong.assistant.appeal.AppealDocuments;
import cn.zhitong.assistant.appeal.AppealText;
import cn.zhitong.assistant.appeal.Category;
import cn.zhitong.assistant.triage.learn.Exemplars;
import cn.zhitong.common.json.StandardJson;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Sorts without any history: the category by exemplars of our own wording, the owner by duties:
 * those of the catalogue and those that responsibility brackets of policies give.
 */
@ApplicationScoped
public class ColdStartClassifier implements AppealClassifier {
  /** As suggestions name it. */
  public static final String VERSION = "day-one-1";

  /** How common each category is taken to be before the words are read; its header says why. */
  private static final double[] PRIOR = prior();

  /**
   * Exemplars are clearer than appeals: half the log-odds are meant. The order of categories stays;
   * docs/triage.md has the calibration on three cities.
   */
  private static final double SHYNESS = .5;

  /** No history, no calibration by it: what a person has not confirmed is not called sure. */
  private static final Thresholds THRESHOLDS = new Thresholds(.6, .45);

  private final AppealDocuments documents;
  private final DutyRanker duties;
  private volatile Exemplars exemplars;

  @Inject
  public ColdStartClassifier(AppealDocuments documents, DutyRanker duties) {
    this.documents = documents;
    this.duties = duties;
  }

  @Override
  public String version() {
    return VERSION;
  }

  @Override
  public Sorted sort(AppealDocument document, String region) {
    return new Sorted(categories(document), duties.candidates(document, region), THRESHOLDS);
  }

  /** Likelihood of each category, in the order of {@link Category}. */
  public double[] categories(AppealDocument document) {
    double[] p = exemplars().probabilities(document);
    double sum = 0;
    for (int i = 0; i < p.length; i++) {
      p[i] = Math.pow(p[i] * PRIOR[i], SHYNESS);
      sum += p[i];
    }
    for (int i = 0; i < p.length; i++) {
      p[i] /= sum;
    }
    return p;
  }

  private static double[] prior() {
    JsonNode shares = StandardJson.tree(String.join("", lines("/triage/prior.json")));
    return Arrays.stream(Category.values())
        .mapToDouble(category -> shares.path(category.code()).asDouble())
        .toArray();
  }

  /** What it compares appeals with. */
  public Exemplars exemplars() {
    Exemplars present = exemplars;
    if (present == null) {
      synchronized (this) {
        if (exemplars == null) {
          exemplars = trained();
        }
        present = exemplars;
      }
    }
    return present;
  }

  private Exemplars trained() {
    List<AppealText> texts = new ArrayList<>();
    List<Integer> labels = new ArrayList<>();
    for (String line : lines("/triage/exemplars.tsv")) {
      if (!line.isBlank() && !line.startsWith("#")) {
        String[] cells = line.split("\t", -1);
        labels.add(Category.of(cells[0]).ordinal());
        texts.add(new AppealText(cells[1], cells[2], null, null));
      }
    }
    return Exemplars.train(
        documents.of(texts),
        labels.stream().mapToInt(Integer::intValue).toArray(),
        Arrays.stream(Category.values()).map(Category::code).toList());
  }

  private static List<String> lines(String resource) {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                ColdStartClassifier.class.getResourceAsStream(resource), StandardCharsets.UTF_8))) {
      return in.lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return VERSION + Arrays.toString(PRIOR);
  }
}
