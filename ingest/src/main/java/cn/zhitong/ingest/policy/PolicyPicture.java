package cn.zhitong.ingest.policy;

/**
 * A picture of a source: one that stands in its text, or one of its pages that was read by
 * character recognition.
 *
 * @param place offset in the stored text before which it stands; of a page's picture 0
 * @param page number of the page that it shows, from 1; null where it stands in the text
 * @param type as its bytes say
 * @param alt what the source says of it; empty where it says nothing
 */
public record PolicyPicture(
    int place, Integer page, Type type, String alt, int width, int height, PictureBytes bytes) {

  /** What browsers show and what cannot carry scripts. */
  public enum Type {
    PNG("image/png"),
    JPEG("image/jpeg"),
    GIF("image/gif");

    private final String mediaType;

    Type(String mediaType) {
      this.mediaType = mediaType;
    }

    public String mediaType() {
      return mediaType;
    }
  }

  /** The same picture at another place. */
  public PolicyPicture at(int newPlace) {
    return new PolicyPicture(newPlace, page, type, alt, width, height, bytes);
  }
}
