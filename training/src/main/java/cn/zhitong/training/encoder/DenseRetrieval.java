package cn.zhitong.training.encoder;

import cn.zhitong.common.embedding.BgeEmbedder;
import cn.zhitong.common.embedding.Embedder;
import cn.zhitong.common.embedding.Vectors;
import cn.zhitong.training.bert.TextTokens;
import cn.zhitong.training.data.LibraryPassage;
import cn.zhitong.training.data.RetrievalCollection;
import cn.zhitong.training.measure.Ndcg;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Measures how an encoder alone finds documents; a document counts by its nearest passage. */
final class DenseRetrieval {
  private final RetrievalCollection folder;
  private final TextTokens tokens;

  DenseRetrieval(RetrievalCollection folder, TextTokens tokens) {
    this.folder = folder;
    this.tokens = tokens;
  }

  /** Mean nDCG@10 with the query's vector as the service makes it, of both its readings. */
  double ndcg(EncoderModel model) {
    return ndcg(
        model, model.embed(folder.passages().stream().map(p -> tokens.of(p.embedded())).toList()));
  }

  /** The same with passages' vectors that are known, as those of the base model are. */
  double ndcg(EncoderModel model, Embedder known) {
    return ndcg(
        model,
        known.embedPassages(folder.passages().stream().map(LibraryPassage::embedded).toList()));
  }

  private double ndcg(EncoderModel model, List<float[]> passages) {
    List<String> ids = List.copyOf(folder.relevant().keySet());
    List<float[]> prefixed = model.embed(asked(ids, BgeEmbedder.QUERY_PREFIX));
    List<float[]> plain = model.embed(asked(ids, ""));
    double sum = 0;
    for (int q = 0; q < ids.size(); q++) {
      float[] query = prefixed.get(q).clone();
      Vectors.add(query, plain.get(q));
      sum += Ndcg.at10(ranked(query, passages), folder.relevant().get(ids.get(q)));
    }
    return sum / ids.size();
  }

  private List<int[]> asked(List<String> ids, String prefix) {
    return ids.stream().map(id -> tokens.of(prefix + folder.queries().get(id))).toList();
  }

  private List<String> ranked(float[] query, List<float[]> passages) {
    Map<String, Double> best = new HashMap<>();
    for (int i = 0; i < passages.size(); i++) {
      best.merge(folder.passages().get(i).doc(), Vectors.dot(query, passages.get(i)), Math::max);
    }
    List<String> ranked = new ArrayList<>(best.keySet());
    ranked.sort(Comparator.comparing(best::get, Comparator.reverseOrder()));
    return ranked.subList(0, Math.min(10, ranked.size()));
  }
}
