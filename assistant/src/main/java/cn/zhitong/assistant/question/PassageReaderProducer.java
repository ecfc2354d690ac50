package cn.zhitong.assistant.question;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The reader that ships, where one does. */
class PassageReaderProducer {
  @Produces
  @Singleton
  PassageReader reader() {
    return PassageReader.NONE;
  }
}
