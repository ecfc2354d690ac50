package cn.zhitong.assistant.casework.handling;

/** How somebody came to act on a case. */
public enum CommandOrigin {
  /** Signed in, as who they are. */
  STAFF("telephone"),
  /** As the enterprise, by the case's tracking code. */
  TRACKING_CODE("code"),
  /** As the enterprise, by the link that was sent with the answer. */
  RATING_LINK("link");

  private final String rating;

  CommandOrigin(String rating) {
    this.rating = rating;
  }

  boolean enterprise() {
    return this != STAFF;
  }

  /** How a rating of this origin is marked: staff record what they were told by telephone. */
  String rating() {
    return rating;
  }
}
