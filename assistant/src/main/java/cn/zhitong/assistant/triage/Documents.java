package cn.zhitong.assistant.triage;

import cn.zhitong.assistant.privacy.PersonalData;
import cn.zhitong.assistant.triage.learn.Document;
import cn.zhitong.assistant.triage.learn.SpeechActs;
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

  /** Characters of a body that stand in for a title that is missing. */
  private static final int TITLE = 30;

  /** Characters of the last sentence; longer ones are lists. */
  private static final int END = 200;

  private final Embedder embedder;

  @Inject
  Documents(Embedder embedder) {
    this.embedder = embedder;
  }

  Document of(AppealText appeal) {
    return of(List.of(appeal)).get(0);
  }

  List<Document> of(List<AppealText> appeals) {
    List<String> embedded = new ArrayList<>();
    List<String> titles = new ArrayList<>();
    List<String> bodies = new ArrayList<>();
    for (AppealText appeal : appeals) {
      String title = collapsed(matter(appeal.title()), Document.MAX_BODY);
      String body = collapsed(matter(appeal.text()), Document.MAX_BODY);
      titles.add(title);
      bodies.add(body);
      embedded.add(cut(title.isEmpty() ? body : title + "。" + body, EMBEDDED));
      embedded.add(title.isEmpty() ? cut(body, TITLE) : title);
      String end = SpeechActs.lastSentence(body);
      embedded.add(end.isEmpty() ? title : cut(end, END));
    }
    List<float[]> vectors = embedder.embedPassages(embedded);
    List<Document> documents = new ArrayList<>();
    for (int i = 0; i < appeals.size(); i++) {
      String title = titles.get(i);
      String body = bodies.get(i);
      String text = title.isEmpty() ? body : title + "。" + body;
      documents.add(
          new Document(
              title,
              body,
              Words.of(text),
              vectors.get(3 * i),
              vectors.get(3 * i + 1),
              vectors.get(3 * i + 2)));
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
