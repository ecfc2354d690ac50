package cn.zhitong.assistant.casework;

import cn.zhitong.common.jdbc.Jdbc;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Looks for words in every table of every schema, as text and in the bytes of files. */
public final class DatabaseDump {
  private final Jdbc jdbc;

  public DatabaseDump(Jdbc jdbc) {
    this.jdbc = jdbc;
  }

  /** Every table that holds a word anywhere. */
  public List<String> tablesWith(String word) {
    List<String> with = new ArrayList<>();
    List<String> tables =
        jdbc.query(
            """
            select format('%I.%I', table_schema, table_name) from information_schema.tables
             where table_type = 'BASE TABLE'
               and table_schema not in ('pg_catalog', 'information_schema')
            """,
            row -> row.getString(1));
    String bytes = HexFormat.of().formatHex(word.getBytes(StandardCharsets.UTF_8));
    for (String table : tables) {
      long rows =
          jdbc.first(
                  "select count(*) from " + table + " t where t::text like ? or t::text like ?",
                  row -> row.getLong(1),
                  "%" + word + "%",
                  "%" + bytes + "%")
              .orElseThrow();
      if (rows > 0) {
        with.add(table);
      }
    }
    return with;
  }
}
