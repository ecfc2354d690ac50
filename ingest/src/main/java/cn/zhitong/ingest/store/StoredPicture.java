package cn.zhitong.ingest.store;

/**
 * A picture of a stored policy, without its bytes.
 *
 * @param number from 1, within the policy
 * @param place offset in the text before which it stands
 * @param page number of the page that it shows; null where it stands in the text
 */
public record StoredPicture(
    int number, int place, Integer page, String alt, int width, int height) {}
