package cn.zhitong.training.encoder;

import cn.zhitong.common.embedding.Embedder;
import cn.zhitong.common.embedding.Vectors;
import cn.zhitong.training.data.LibraryPassage;
import cn.zhitong.training.data.RetrievalCollection;
import cn.zhitong.training.measure.Ndcg;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Measures how an encoder alone finds documents; a document counts by its nearest passage. The
 * encoder is the service's session: the same vectors as PyTorch's, several times as fast.
 */
final class DenseRetrieval {
  private final RetrievalCollection folder;

  DenseRetrieval(RetrievalCollection folder) {
    this.folder = folder;
  }

  /** Mean nDCG@10. */
  double ndcg(Embedder embedder) {
    List<float[]> passages =
        embedder.embedPassages(folder.passages().stream().map(LibraryPassage::embedded).toList());
    double sum = 0;
    for (String id : folder.relevant().keySet()) {
      float[] query = embedder.embedQuery(folder.queries().get(id));
      sum += Ndcg.at10(ranked(query, passages), folder.relevant().get(id));
    }
    return sum / folder.relevant().size();
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
