package cn.zhitong.assistant.appeal;

import cn.zhitong.assistant.privacy.PersonalData;
import cn.zhitong.common.embedding.Embedder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** Makes documents of appeals: words by HanLP, vectors by the embedder, many at a time. */
@ApplicationScoped
public class AppealDocuments {
  /**
   * Characters that are embedded. The matter stands in the title and at the head of an appeal;
   * twice the length takes twice the time; what it would give was not measured.
   */
  private static final int EMBEDDED = 300;

  private final Embedder embedder;

  @Inject
  public AppealDocuments(Embedder embedder) {
    this.embedder = embedder;
  }

  public AppealDocument of(AppealText appeal) {
    return of(List.of(appeal)).get(0);
  }

  public List<AppealDocument> of(List<AppealText> appeals) {
    List<String> heads = new ArrayList<>();
    List<String> titles = new ArrayList<>();
    List<String> bodies = new ArrayList<>();
    for (AppealText appeal : appeals) {
      String title = collapsed(matter(appeal.title()), AppealDocument.MAX_BODY);
      String body = collapsed(matter(appeal.text()), AppealDocument.MAX_BODY);
      titles.add(title);
      bodies.add(body);
      heads.add(cut(title.isEmpty() ? body : title + "。" + body, EMBEDDED));
    }
    List<float[]> vectors = embedder.embedPassages(heads);
    List<AppealDocument> documents = new ArrayList<>();
    for (int i = 0; i < appeals.size(); i++) {
      String title = titles.get(i);
      String body = bodies.get(i);
      String text = title.isEmpty() ? body : title + "。" + body;
      documents.add(new AppealDocument(title, body, HanLpWords.of(text), vectors.get(i)));
    }
    return documents;
  }

  /** Unit vectors of short texts, such as departments' names. */
  public List<float[]> vectors(List<String> texts) {
    return embedder.embedPassages(texts);
  }

  public String modelId() {
    return embedder.modelId();
  }

  /** Numbers of persons are masked before any model sees the words. */
  private static String matter(String text) {
    return PersonalData.mask(AppealSanitizer.matter(text));
  }

  private static String collapsed(String text, int most) {
    return cut(text.replaceAll("[\\s\\u3000]+", " ").strip(), most);
  }

  /** Cuts between characters, never inside a surrogate pair. */
  private static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
    return text.substring(0, end);
  }
}
