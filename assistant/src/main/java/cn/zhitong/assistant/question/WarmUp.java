package cn.zhitong.assistant.question;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Answers one question for nobody after the start: dictionaries, gazetteer and classes are loaded
 * at first use, and the first visitor would wait seconds for them.
 */
@ApplicationScoped
class WarmUp {
  private static final Logger LOG = Logger.getLogger(WarmUp.class);
  private static final String QUESTION = "中小企业申报补助需要什么条件，多久能办完？";

  private final AnswerPipeline answers;
  private volatile boolean stopping;

  @ConfigProperty(name = "zhitong.warm-up", defaultValue = "true")
  boolean wanted;

  WarmUp(AnswerPipeline answers) {
    this.answers = answers;
  }

  void onStart(@Observes StartupEvent event) {
    if (wanted) {
      Thread thread = new Thread(this::ask, "question-warm-up");
      thread.setDaemon(true);
      thread.start();
    }
  }

  void onStop(@Observes ShutdownEvent event) {
    stopping = true;
  }

  private void ask() {
    try {
      answers.unrecorded(QuestionRequest.of(QUESTION));
    } catch (RuntimeException e) {
      if (!stopping) {
        LOG.warn("the first question after the start failed; later ones tell why", e);
      }
    }
  }
}
