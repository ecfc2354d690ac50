package cn.zhitong.assistant.question;

import cn.zhitong.common.jdbc.Jdbc;
import java.sql.SQLException;

/** What a feature has made of questions, and takes out in the transaction that deletes some. */
public interface QuestionDerivedStore {
  /** Some questions are gone: nothing of what they said may stay. */
  void questionsDeleted(Jdbc.Session session) throws SQLException;
}
