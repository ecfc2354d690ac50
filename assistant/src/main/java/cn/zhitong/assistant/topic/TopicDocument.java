package cn.zhitong.assistant.topic;

import java.util.List;

/**
 * An appeal as themes are found in it: nothing but its words.
 *
 * @param titleWords words of the title in order; may be empty
 * @param words words of title and text in order, punctuation included
 * @param vector unit vector of title and text, all of one model
 */
public record TopicDocument(
    String title, List<String> titleWords, List<String> words, float[] vector) {}
