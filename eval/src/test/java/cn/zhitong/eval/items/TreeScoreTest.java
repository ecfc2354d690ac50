package cn.zhitong.eval.items;

import static cn.zhitong.eval.items.LabelledText.group;
import static cn.zhitong.eval.items.LabelledText.leaf;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

/** Which proposed trees are the labelled one. */
class TreeScoreTest {
  private static final ObjectNode A = letter("甲");
  private static final ObjectNode B = letter("乙");
  private static final ObjectNode C = letter("丙");
  private static final ObjectNode D = letter("丁");

  private static ObjectNode letter(String name) {
    return leaf("'field':'custom:x','op':'has','value':true,'quote':'" + name + "'");
  }

  private static ObjectNode with(ObjectNode leaf, String name, String value) {
    return leaf.deepCopy().put(name, value);
  }

  private static boolean same(JsonNode gold, JsonNode... proposed) throws Exception {
    return new LabelledText("甲、乙、丙、丁", gold).score(proposed).isTreeExact();
  }

  @Test
  void tree_orderAndNestingOfLikeGroups_doNotMatter() throws Exception {
    JsonNode gold = group("all", A, group("any", B, C), D);
    assertThat(same(gold, group("all", D, group("all", group("any", C, B), A)))).isTrue();
    assertThat(same(gold, group("all", A, group("any", B, group("any", C)), D))).isTrue();
    assertThat(same(gold, group("all", A, B, C, D))).isFalse();
    assertThat(same(gold, group("any", A, group("all", B, C), D))).isFalse();
  }

  @Test
  void tree_loneLeaf_isAnAllOfOne() throws Exception {
    assertThat(same(A, group("all", A))).isTrue();
    assertThat(same(group("all", A), A)).isTrue();
  }

  @Test
  void tree_noneOfHas_equalsNever() throws Exception {
    JsonNode gold = group("all", A, group("none", B));
    assertThat(same(gold, group("all", A, with(B, "op", "never")))).isTrue();
    assertThat(same(gold, group("all", A, B))).isFalse();
    assertThat(same(gold, group("all", A, group("none", with(B, "op", "never"))))).isTrue();
  }

  @Test
  void tree_noneOfOpenLeaf_isNotTheOpenLeaf() throws Exception {
    ObjectNode open = A.deepCopy().without("op");
    assertThat(same(group("all", group("none", open), B), group("all", open, B))).isFalse();
  }

  @Test
  void tree_denialOfGroups_isPushedDown() throws Exception {
    JsonNode gold = group("none", group("any", A, B), C);
    assertThat(same(gold, group("all", group("none", A, B), group("none", C)))).isTrue();
    assertThat(
            same(
                group("none", group("all", A, B)),
                group("any", group("none", A), group("none", B))))
        .isTrue();
    assertThat(same(group("none", A, B), group("none", group("all", A, B)))).isFalse();
  }

  @Test
  void tree_atLeast_isAnyOrAllAtItsEnds() throws Exception {
    JsonNode two = group("at_least", A, B, C).put("n", 2);
    assertThat(same(two, group("at_least", C, A, B).put("n", 2))).isTrue();
    assertThat(same(two, group("any", A, B, C))).isFalse();
    assertThat(same(group("at_least", A, B, C).put("n", 1), group("any", A, B, C))).isTrue();
    assertThat(same(group("at_least", A, B, C).put("n", 3), group("all", A, B, C))).isTrue();
    assertThat(
            same(
                group("none", group("at_least", A, B).put("n", 1)),
                group("none", group("any", A, B))))
        .isTrue();
  }

  @Test
  void tree_overTheLeavesFound_needsTwoThirdsOfThem() throws Exception {
    JsonNode gold = group("all", group("any", A, B), C);
    assertThat(same(gold, group("any", A, B))).isTrue();
    assertThat(same(gold, C)).isFalse();
    ItemScore score = new LabelledText("甲、乙、丙", gold).score(group("any", A, B));
    assertThat(score.isWhole()).isFalse();
    assertThat(new LabelledText("甲、乙、丙", gold).score(gold).isWhole()).isTrue();
  }

  @Test
  void tree_leafOfPriority_decidesNothing() throws Exception {
    JsonNode gold = group("all", A, B, with(C, "strength", "priority"));
    assertThat(same(gold, group("all", A, B, group("any", C)))).isTrue();
    assertThat(same(gold, group("all", A, B, group("none", C)))).isTrue();
  }

  @Test
  void tree_malformedNodes_areLeftOutAndCounted() throws Exception {
    ItemScore score =
        new LabelledText("甲、乙", group("all", A, B)).score(group("all", A, group("maybe", A), B));
    assertThat(score.written().malformed()).isEqualTo(1);
    assertThat(score.isTreeExact()).isTrue();
  }

  @Test
  void branching_anyConnectiveButAll_counts() throws Exception {
    JsonNode plain = group("all", A, group("all", B));
    assertThat(new LabelledText("甲乙", plain).score().item().tree().isBranching()).isFalse();
    JsonNode forked = group("all", A, group("any", B, C));
    assertThat(new LabelledText("甲乙丙", forked).score().item().tree().isBranching()).isTrue();
  }
}
