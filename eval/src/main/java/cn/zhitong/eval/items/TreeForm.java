package cn.zhitong.eval.items;

import cn.zhitong.eval.items.RuleNode.Group;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A tree over some of its leaves in a form that is the same for trees that mean the same: {@code
 * none} is pushed down to the leaves, like groups within each other are one, groups of one are
 * their child, order does not matter.
 *
 * @param name a connective, or the name of a leaf
 * @param parts empty for a leaf
 */
record TreeForm(String name, Set<TreeForm> parts) {
  private static final String ALL = "all";
  private static final String ANY = "any";

  /**
   * @param names names of the leaves to look at; the others are left out, and the groups that have
   *     nothing else
   * @return empty where no leaf has a name
   */
  static Optional<TreeForm> of(RuleNode root, Function<RuleLeaf, Optional<String>> names) {
    return of(root, false, names);
  }

  private static Optional<TreeForm> of(
      RuleNode node, boolean denied, Function<RuleLeaf, Optional<String>> names) {
    if (node instanceof RuleLeaf leaf) {
      return names.apply(leaf).map(name -> new TreeForm(name, Set.of()));
    }
    Group group = (Group) node;
    boolean none = group.connective().equals("none");
    String connective = connective(group, denied);
    Set<TreeForm> parts = new HashSet<>();
    for (RuleNode child : group.children()) {
      of(child, denied ^ none, names)
          .ifPresent(
              part -> {
                boolean like = part.name.equals(connective) && isPlain(connective);
                parts.addAll(like ? part.parts : Set.of(part));
              });
    }
    if (parts.size() == 1 && isPlain(connective)) {
      return Optional.of(parts.iterator().next());
    }
    return parts.isEmpty() ? Optional.empty() : Optional.of(new TreeForm(connective, parts));
  }

  private static boolean isPlain(String connective) {
    return connective.equals(ALL) || connective.equals(ANY);
  }

  /** {@code all} or {@code any} wherever the group is one of them, as seen under a denial. */
  private static String connective(Group group, boolean denied) {
    String plain = group.connective();
    if (plain.equals("none")) {
      // None of them is: all of them are not.
      plain = ALL;
    } else if (plain.equals("at_least")) {
      if (group.count() > 1 && group.count() < group.children().size()) {
        return "at_least " + group.count() + (denied ? " denied" : "");
      }
      plain = group.count() <= 1 ? ANY : ALL;
    }
    if (!denied) {
      return plain;
    }
    return plain.equals(ALL) ? ANY : ALL;
  }

  @Override
  public String toString() {
    return parts.isEmpty()
        ? name
        : parts.stream()
            .map(TreeForm::toString)
            .sorted()
            .collect(Collectors.joining(", ", name + "(", ")"));
  }
}
