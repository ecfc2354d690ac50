package cn.zhitong.assistant.matching.extraction;

import cn.zhitong.assistant.matching.condition.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Figures beside each other of which only the last has a bound. */
final class SharedBounds {
  private static final Pattern OTHER_WAY =
      Pattern.compile("(?:、|或者?|、或者?|和|及)[^，。；、或\\d\u0001]{0,16}");

  private SharedBounds() {}

  /** 「发明专利5项或实用新型专利15项以上」: the bound behind the last is that of all. */
  static List<Quantity> read(ItemText source, TextSpan piece) {
    List<Quantity> read = new ArrayList<>(QuantityReader.read(source, piece));
    for (int i = read.size() - 2; i >= 0; i--) {
      Quantity one = read.get(i);
      Quantity next = read.get(i + 1);
      boolean shares =
          one.op() == null
              && (next.op() == Operator.AT_LEAST || next.op() == Operator.AT_MOST)
              && one.kind() == next.kind()
              && one.kind() != QuantityKind.YEARS
              && one.span().end() <= next.span().start();
      if (shares
          && OTHER_WAY
              .matcher(source.covered().substring(one.span().end(), next.span().start()))
              .matches()) {
        read.set(i, one.withOp(next.op()));
      }
    }
    return read;
  }
}
