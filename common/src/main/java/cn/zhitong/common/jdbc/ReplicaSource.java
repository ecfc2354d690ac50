package cn.zhitong.common.jdbc;

import java.util.Optional;
import javax.sql.DataSource;

/** A read replica, and whether it may be read just now. */
public interface ReplicaSource {
  /** The replica while it is fresh enough; empty otherwise. Asked before each read. */
  Optional<DataSource> fresh();

  /** A read on it failed; the same is done on the database itself. */
  void failed(JdbcException e);
}
