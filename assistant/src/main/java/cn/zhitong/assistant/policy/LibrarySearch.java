package cn.zhitong.assistant.policy;

import cn.zhitong.assistant.retrieval.Hit;
import cn.zhitong.assistant.retrieval.Retrieval;
import cn.zhitong.assistant.retrieval.SearchQuery;
import cn.zhitong.ingest.policy.PolicyId;
import cn.zhitong.ingest.store.PolicyFilter;
import com.hankcs.hanlp.HanLP;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The library's search box: what the words find literally, and what the search of questions finds
 * for them (首台套 for 首台（套）, 大学生 for 高校毕业生, 云政2024 6号 for 云政〔2024〕6号).
 */
@ApplicationScoped
class LibrarySearch {
  private static final int PASSAGES = 60;
  private static final int POLICIES = 20;
  private static final int LONGEST = 200;

  /**
   * Fused scores are in deviations; what is further from the best than this is of another matter:
   * on the demonstration's library the two texts on 数字化 are .3 apart and the third is 6 away.
   */
  private static final double NEAR = 2;

  private final Instance<Retrieval> retrieval;

  LibrarySearch(Instance<Retrieval> retrieval) {
    this.retrieval = retrieval;
  }

  /** The filter with its words in the library's characters, and with what the search finds. */
  PolicyFilter searched(PolicyFilter filter) {
    String q = filter.q();
    if (q == null || q.isBlank() || q.length() > LONGEST || retrieval.isUnsatisfied()) {
      return filter;
    }
    String words = HanLP.convertToSimplifiedChinese(halfWidth(q.strip()));
    if (words.codePoints().noneMatch(Character::isIdeographic)) {
      // A number or a code means itself and nothing like it.
      return filter.searched(words, List.of());
    }
    List<Hit> hits =
        retrieval
            .get()
            .search(new SearchQuery(words, PASSAGES, null, filter.asOf(), Set.of(), true));
    Set<PolicyId> found = new LinkedHashSet<>();
    for (Hit hit : hits) {
      if (hits.get(0).score() - hit.score() > NEAR || found.size() == POLICIES) {
        break;
      }
      found.add(hit.policyId());
    }
    return filter.searched(words, List.copyOf(found));
  }

  /** Full-width letters and digits as typed by an input method; brackets stay what they are. */
  private static String halfWidth(String text) {
    StringBuilder half = new StringBuilder(text.length());
    for (char c : text.toCharArray()) {
      boolean wide = c >= '０' && c <= '９' || c >= 'Ａ' && c <= 'Ｚ' || c >= 'ａ' && c <= 'ｚ';
      half.append(wide ? Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC) : c);
    }
    return half.toString().replace('\u3000', ' ');
  }
}
