package cn.zhitong.common.embedding;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Leaves out of an encoder what its sentence vector does not need. The vector is the first token's;
 * in the last layer that token asks all others, but nobody asks what they become: their queries,
 * their part of the attention and their feed-forward network, a fifth of all multiplications of
 * four layers, are for nothing. The model's file is rewritten for that as it is loaded: a Gather
 * before the last layer's query and residual. What each token is before that layer, which a
 * question's words are weighed by, becomes the graph's second output.
 *
 * <p>Reads no more of the protocol buffer (onnx.proto) than these fields need.
 */
final class ClsGraphPruner {
  private static final int GRAPH = 7;
  private static final int GRAPH_NODE = 1;
  private static final int GRAPH_INITIALIZER = 5;
  private static final int GRAPH_OUTPUT = 12;
  private static final int NODE_INPUT = 1;
  private static final int NODE_OUTPUT = 2;
  private static final int NODE_NAME = 3;
  private static final int NODE_OPERATOR = 4;
  private static final int NODE_ATTRIBUTE = 5;
  private static final int BYTES = 2;

  private static final String STATE = "zhitong/first_token";
  private static final String INDEX = "zhitong/first_token/index";

  private final byte[] model;
  private final String query;
  private final String residual;

  private ClsGraphPruner(byte[] model, int lastLayer) {
    this.model = model;
    String layer = "/encoder/layer." + lastLayer + "/attention/";
    this.query = layer + "self/query/MatMul";
    this.residual = layer + "output/Add";
  }

  /**
   * @param lastLayer counted from 0
   * @return the model as it was where its last layer looks otherwise
   */
  static byte[] of(byte[] model, int lastLayer) {
    return new ClsGraphPruner(model, lastLayer).rewritten();
  }

  /** A field of a message: where its tag starts, and where its content starts and ends. */
  private record Field(int number, int start, int from, int end) {}

  private byte[] rewritten() {
    Optional<Field> graph = first(0, model.length, GRAPH);
    Optional<String> states =
        graph
            .flatMap(g -> node(g, query))
            .flatMap(n -> first(n.from, n.end, NODE_INPUT))
            .map(this::text);
    if (states.isEmpty() || node(graph.get(), residual).isEmpty()) {
      return model;
    }
    List<ByteBuffer> parts = new ArrayList<>();
    int copied = graph.get().from;
    for (Field field : fields(graph.get().from, graph.get().end)) {
      boolean isQuery = isNode(field, query);
      if (isQuery || isNode(field, residual)) {
        parts.add(part(copied, field.start));
        if (isQuery) {
          parts.add(ByteBuffer.wrap(gather(states.get())));
        }
        parts.add(ByteBuffer.wrap(fromFirstToken(field, states.get())));
        copied = field.end;
      }
    }
    parts.add(part(copied, graph.get().end));
    parts.add(ByteBuffer.wrap(index()));
    parts.add(ByteBuffer.wrap(output(states.get())));
    int length = length(parts);
    parts.add(0, part(0, graph.get().start));
    parts.add(1, ByteBuffer.wrap(head(GRAPH, length)));
    parts.add(part(graph.get().end, model.length));
    ByteBuffer whole = ByteBuffer.allocate(length(parts));
    parts.forEach(whole::put);
    return whole.array();
  }

  /** The weights are most of the model, so they are looked at where they lie, and copied once. */
  private ByteBuffer part(int from, int to) {
    return ByteBuffer.wrap(model, from, to - from);
  }

  private static int length(List<ByteBuffer> parts) {
    return parts.stream().mapToInt(ByteBuffer::remaining).sum();
  }

  private Optional<Field> node(Field graph, String name) {
    return fields(graph.from, graph.end).stream().filter(f -> isNode(f, name)).findFirst();
  }

  private boolean isNode(Field field, String name) {
    return field.number == GRAPH_NODE
        && first(field.from, field.end, NODE_NAME).map(this::text).filter(name::equals).isPresent();
  }

  /** The node with the first token's state wherever it took all tokens' states. */
  private byte[] fromFirstToken(Field node, String states) {
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    for (Field field : fields(node.from, node.end)) {
      boolean taken = field.number == NODE_INPUT && text(field).equals(states);
      message.writeBytes(taken ? string(NODE_INPUT, STATE) : slice(field.start, field.end));
    }
    return message(GRAPH_NODE, message.toByteArray());
  }

  private static byte[] gather(String states) {
    ByteArrayOutputStream axis = new ByteArrayOutputStream();
    axis.writeBytes(string(1, "axis"));
    axis.writeBytes(number(3, 1));
    axis.writeBytes(number(20, 2));
    ByteArrayOutputStream node = new ByteArrayOutputStream();
    node.writeBytes(string(NODE_INPUT, states));
    node.writeBytes(string(NODE_INPUT, INDEX));
    node.writeBytes(string(NODE_OUTPUT, STATE));
    node.writeBytes(string(NODE_NAME, STATE));
    node.writeBytes(string(NODE_OPERATOR, "Gather"));
    node.writeBytes(message(NODE_ATTRIBUTE, axis.toByteArray()));
    return message(GRAPH_NODE, node.toByteArray());
  }

  /** The list of the one index 0, so that tokens stay a dimension; 64-bit integers are type 7. */
  private static byte[] index() {
    ByteArrayOutputStream tensor = new ByteArrayOutputStream();
    tensor.writeBytes(number(1, 1));
    tensor.writeBytes(number(2, 7));
    tensor.writeBytes(string(8, INDEX));
    tensor.writeBytes(message(9, new byte[Long.BYTES]));
    return message(GRAPH_INITIALIZER, tensor.toByteArray());
  }

  /** A graph's output of floats; the runtime finds out its shape. */
  private static byte[] output(String name) {
    ByteArrayOutputStream value = new ByteArrayOutputStream();
    value.writeBytes(string(1, name));
    value.writeBytes(message(2, message(1, number(1, 1))));
    return message(GRAPH_OUTPUT, value.toByteArray());
  }

  private Optional<Field> first(int from, int to, int number) {
    return fields(from, to).stream().filter(field -> field.number == number).findFirst();
  }

  private List<Field> fields(int from, int to) {
    List<Field> fields = new ArrayList<>();
    int[] at = {from};
    while (at[0] < to) {
      int start = at[0];
      long tag = varint(at);
      int content = at[0];
      switch ((int) (tag & 7)) {
        case 0 -> varint(at);
        case 1 -> at[0] += Long.BYTES;
        case BYTES -> {
          int length = (int) varint(at);
          content = at[0];
          at[0] += length;
        }
        case 5 -> at[0] += Integer.BYTES;
        default -> throw new IllegalStateException("the embedding model is no protocol buffer");
      }
      fields.add(new Field((int) (tag >>> 3), start, content, at[0]));
    }
    return fields;
  }

  private long varint(int[] at) {
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      byte next = model[at[0]++];
      value |= (long) (next & 0x7F) << shift;
      if (next >= 0) {
        return value;
      }
    }
  }

  private String text(Field field) {
    return new String(model, field.from, field.end - field.from, StandardCharsets.UTF_8);
  }

  private byte[] slice(int from, int to) {
    return Arrays.copyOfRange(model, from, to);
  }

  private static byte[] string(int field, String text) {
    return message(field, text.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] message(int field, byte[] content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(head(field, content.length));
    out.writeBytes(content);
    return out.toByteArray();
  }

  private static byte[] head(int field, int length) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    varint(out, (long) field << 3 | BYTES);
    varint(out, length);
    return out.toByteArray();
  }

  private static byte[] number(int field, long value) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    varint(out, (long) field << 3);
    varint(out, value);
    return out.toByteArray();
  }

  private static void varint(ByteArrayOutputStream out, long value) {
    long rest = value;
    while (rest > 0x7F) {
      out.write((int) (rest & 0x7F | 0x80));
      rest >>>= 7;
    }
    out.write((int) rest);
  }
}
