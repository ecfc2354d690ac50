package cn.zhitong.assistant.question;

import cn.zhitong.assistant.security.Admission;
import cn.zhitong.common.embedding.AnswerReader;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The reader that ships, unless an operator turned it off. */
class PassageReaderProducer {
  @Produces
  @Singleton
  PassageReader reader(QuestionConfig config, Admission admission) {
    return config.readsAtOnce() == 0
        ? PassageReader.NONE
        : new EncoderPassageReader(
            AnswerReader.load(),
            config.readsAtOnce(),
            () -> admission.waiting() > config.readsWhileWaiting());
  }
}
