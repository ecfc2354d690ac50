package cn.zhitong.assistant.retrieval;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;

/** Fields that both Lucene indexes share: ids, and what a {@link SearchFilter} asks of a text. */
final class LuceneDocuments {
  static final String ID = "id";
  static final String POLICY = "policy";
  private static final String ANY_REGION = "-";
  private static final String REGION = "region";
  private static final String KIND = "kind";
  private static final String STARTS = "starts";
  private static final String ENDED = "ended";

  private LuceneDocuments() {}

  static Document document(UUID id, IndexedPolicy policy) {
    Document document = new Document();
    document.add(new StringField(ID, bytes(id), Store.NO));
    document.add(new BinaryDocValuesField(ID, bytes(id)));
    document.add(new StringField(POLICY, bytes(policy.id()), Store.NO));
    document.add(new BinaryDocValuesField(POLICY, bytes(policy.id())));
    String region = policy.region() == null ? ANY_REGION : policy.region();
    document.add(new StringField(REGION, region, Store.NO));
    document.add(new StringField(KIND, policy.kind(), Store.NO));
    document.add(new LongField(STARTS, day(policy.startsOn(), Long.MIN_VALUE), Store.NO));
    document.add(new LongField(ENDED, day(policy.endedOn(), Long.MAX_VALUE), Store.NO));
    return document;
  }

  private static long day(LocalDate date, long open) {
    return date == null ? open : date.toEpochDay();
  }

  /** Null when everything is in scope. */
  static Query filter(SearchFilter scope) {
    if (scope.unrestricted()) {
      return null;
    }
    BooleanQuery.Builder filter = new BooleanQuery.Builder();
    if (!scope.regions().isEmpty()) {
      List<BytesRef> regions = new ArrayList<>();
      regions.add(new BytesRef(ANY_REGION));
      scope.regions().forEach(region -> regions.add(new BytesRef(region)));
      filter.add(new TermInSetQuery(REGION, regions), Occur.FILTER);
    }
    if (!scope.kinds().isEmpty()) {
      filter.add(
          new TermInSetQuery(KIND, scope.kinds().stream().map(BytesRef::new).toList()),
          Occur.FILTER);
    }
    if (scope.asOf() != null) {
      long day = scope.asOf().toEpochDay();
      filter.add(LongField.newRangeQuery(STARTS, Long.MIN_VALUE, day), Occur.FILTER);
      filter.add(LongField.newRangeQuery(ENDED, day + 1, Long.MAX_VALUE), Occur.FILTER);
    }
    return filter.build();
  }

  /** What the query finds in scope. */
  static Query scoped(Query query, SearchFilter scope) {
    Query filter = filter(scope);
    if (filter == null) {
      return query;
    }
    return new BooleanQuery.Builder().add(query, Occur.MUST).add(filter, Occur.FILTER).build();
  }

  static Term ofPolicy(UUID policy) {
    return new Term(POLICY, bytes(policy));
  }

  static BytesRef bytes(UUID id) {
    ByteBuffer bytes = ByteBuffer.allocate(16);
    bytes.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    return new BytesRef(bytes.array());
  }

  static UUID uuid(BytesRef bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes.bytes, bytes.offset, bytes.length);
    return new UUID(buffer.getLong(), buffer.getLong());
  }
}
