package cn.zhitong.assistant.question;

import cn.zhitong.assistant.citation.Citation;
import cn.zhitong.assistant.citation.CitedSentence;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What came of a question. */
public sealed interface Answer {

  /** Maps each kind of answer; all four must be thought of. */
  <T> T fold(
      Function<Answered, T> answered,
      Function<Related, T> related,
      Function<Refused, T> refused,
      Function<Clarify, T> clarify);

  /** What is shown as plain text, without markers. */
  String text();

  /**
   * Sentences that the verifier let through, at least one, each with its citations.
   *
   * @param mode who wrote the sentences: a language model, or the policies themselves
   */
  record Answered(Mode mode, List<CitedSentence> sentences) implements Answer {
    public Answered {
      Objects.requireNonNull(mode, "mode");
      sentences = List.copyOf(sentences);
      if (sentences.isEmpty()) {
        throw new IllegalArgumentException("an answer needs sentences with citations");
      }
    }

    /** All citations in order of first use; a marker is the position here, from 1. */
    public List<Citation> citations() {
      var distinct = new LinkedHashSet<Citation>();
      sentences.forEach(sentence -> distinct.addAll(sentence.citations()));
      return List.copyOf(distinct);
    }

    @Override
    public String text() {
      return sentences.stream().map(CitedSentence::text).collect(Collectors.joining());
    }

    @Override
    public <T> T fold(
        Function<Answered, T> answered,
        Function<Related, T> related,
        Function<Refused, T> refused,
        Function<Clarify, T> clarify) {
      return answered.apply(this);
    }
  }

  /**
   * Clauses that may be on the matter; nothing is claimed of them.
   *
   * @param clauses whole clauses, the likeliest first; one to three
   * @param hurried whether the reader was left out because the machine is busy
   */
  record Related(List<Citation> clauses, boolean hurried) implements Answer {
    static final int MOST = 3;

    public Related {
      clauses = List.copyOf(clauses);
      if (clauses.isEmpty() || clauses.size() > MOST) {
        throw new IllegalArgumentException("one to three clauses, were " + clauses.size());
      }
    }

    @Override
    public String text() {
      return hurried ? AnswerTexts.RELATED_IN_HASTE : AnswerTexts.RELATED;
    }

    @Override
    public <T> T fold(
        Function<Answered, T> answered,
        Function<Related, T> related,
        Function<Refused, T> refused,
        Function<Clarify, T> clarify) {
      return related.apply(this);
    }
  }

  /**
   * Nothing is said rather than something unsupported.
   *
   * @param text what the asker reads: why, and what to do instead
   */
  record Refused(RefusalReason reason, String text) implements Answer {
    public Refused {
      Objects.requireNonNull(reason, "reason");
      Objects.requireNonNull(text, "text");
    }

    public Refused(RefusalReason reason) {
      this(reason, reason.text());
    }

    @Override
    public <T> T fold(
        Function<Answered, T> answered,
        Function<Related, T> related,
        Function<Refused, T> refused,
        Function<Clarify, T> clarify) {
      return refused.apply(this);
    }
  }

  /**
   * Several regions or policies fit equally; the asker chooses.
   *
   * @param options at least two, each usable as the next question of the conversation
   */
  record Clarify(String question, List<String> options) implements Answer {
    public Clarify {
      options = List.copyOf(options);
      if (question.isBlank() || options.size() < 2) {
        throw new IllegalArgumentException("asking back needs a question and two options");
      }
    }

    @Override
    public String text() {
      return question;
    }

    @Override
    public <T> T fold(
        Function<Answered, T> answered,
        Function<Related, T> related,
        Function<Refused, T> refused,
        Function<Clarify, T> clarify) {
      return clarify.apply(this);
    }
  }
}
