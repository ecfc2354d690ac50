package cn.zhitong.assistant.triage;

import cn.zhitong.assistant.privacy.PersonalData;
import cn.zhitong.assistant.triage.learn.Document;
import cn.zhitong.assistant.triage.learn.Words;
import cn.zhitong.ingest.embed.Embedder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** Makes documents of appeals: words by HanLP, vectors by the embedder, many at a time. */
@ApplicationScoped
class Documents {
  /**
   * Characters that are embedded. The matter stands in the title and at the head of a letter; twice
   * the length takes twice the time; what it would give was not measured.
   */
  private static final int EMBEDDED = 300;

  private final Embedder embedder;

  @Inject
  Documents(Embedder embedder) {
    this.embedder = embedder;
  }

  Document of(AppealText appeal) {
    return of(List.of(appeal)).get(0);
  }

  List<Document> of(List<AppealText> appeals) {
    List<String> heads = new ArrayList<>();
    List<String> titles = new ArrayList<>();
    List<String> bodies = new ArrayList<>();
    for (AppealText appeal : appeals) {
      String title = collapsed(matter(appeal.title()), Document.MAX_BODY);
      String body = collapsed(matter(appeal.text()), Document.MAX_BODY);
      titles.add(title);
      bodies.add(body);
      heads.add(cut(title.isEmpty() ? body : title + "。" + body, EMBEDDED));
    }
    List<float[]> vectors = embedder.embedPassages(heads);
    List<Document> documents = new ArrayList<>();
    for (int i = 0; i < appeals.size(); i++) {
      String title = titles.get(i);
      String body = bodies.get(i);
      String text = title.isEmpty() ? body : title + "。" + body;
      documents.add(new Document(title, body, Words.of(text), vectors.get(i)));
    }
    return documents;
  }

  /** Unit vectors of short texts, such as departments' names. */
  List<float[]> vectors(List<String> texts) {
    return embedder.embedPassages(texts);
  }

  String modelId() {
    return embedder.modelId();
  }

  /** Numbers of persons are masked before any model sees the words. */
  private static String matter(String text) {
    return PersonalData.mask(Screen.matter(text));
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
