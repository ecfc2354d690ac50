package cn.zhitong.assistant.question;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhitong.assistant.citation.StoredTexts;
import cn.zhitong.assistant.retrieval.Hit;
import cn.zhitong.assistant.retrieval.LibraryVocabulary;
import cn.zhitong.assistant.retrieval.Retrieval;
import cn.zhitong.assistant.retrieval.SearchQuery;
import cn.zhitong.assistant.retrieval.TestHits;
import cn.zhitong.common.region.Gazetteer;
import cn.zhitong.ingest.policy.PolicyId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EvidenceSearchTest {
  private static final String SHORTAGE = "企业用工短缺的，由就业服务机构组织招聘。";
  private static final String OTHER = "展位费按照百分之五十给予补助。";

  private final List<String> searched = new ArrayList<>();

  @Test
  void officialWords_answeringLikelier_areTaken() {
    JudgedEvidence found = found("招不到人怎么办", SHORTAGE, OTHER);

    assertThat(found.judged().hits()).extracting(Hit::text).containsExactly(SHORTAGE);
    assertThat(searched).hasSize(2);
    assertThat(searched.get(1)).contains("用工短缺");
  }

  @Test
  void ownWords_whereOfficialOnesAnswerNoLikelier_stay() {
    assertThat(found("招不到人怎么办", OTHER, SHORTAGE).judged().hits())
        .extracting(Hit::text)
        .containsExactly(SHORTAGE);
  }

  @Test
  void question_withoutEverydayWords_isSearchedOnce() {
    found("设备检测周期", SHORTAGE, OTHER);

    assertThat(searched).hasSize(1);
  }

  /** What is found where a search in official words finds one text, and any other the other. */
  private JudgedEvidence found(String text, String official, String plain) {
    Retrieval retrieval =
        new OneHit() {
          @Override
          public List<Hit> search(SearchQuery query) {
            searched.add(query.text());
            return List.of(hit(query.text().contains("用工短缺") ? official : plain));
          }
        };
    StoredTexts texts = id -> Optional.empty();
    EvidenceSearch search =
        new EvidenceSearch(
            retrieval,
            new AnswerabilityModel(Gazetteer.standard(), PassageReader.NONE),
            texts,
            id -> List.of());
    AnalyzedQuestion question = AnalyzedQuestion.of(text);
    QuestionRequest request =
        new QuestionRequest(text, null, null, LocalDate.of(2026, 1, 1), false, null);
    JudgedEvidence first = search.judged(question, search.search(question, request));
    return search.orInOfficialWords(first, question, request);
  }

  private static Hit hit(String text) {
    return TestHits.of(new PolicyId(new UUID(1, text.hashCode())), "办法", "东陵省人民政府", text);
  }

  private abstract static class OneHit implements Retrieval {
    @Override
    public void catchUp() {}

    @Override
    public LibraryVocabulary vocabulary() {
      return LibraryVocabulary.EMPTY;
    }

    @Override
    public String vectorIndex() {
      return "pgvector";
    }

    @Override
    public Optional<String> warning() {
      return Optional.empty();
    }
  }
}
