package cn.zhitong.ingest.store;

import cn.zhitong.ingest.policy.PolicyId;
import cn.zhitong.ingest.policy.PolicyStatus;
import java.time.LocalDate;

/**
 * When a policy holds, derived from its own dates and from the texts that end it.
 *
 * @param startsOn first day it answers; null when no date is known
 * @param endedOn first day it no longer holds; null while nothing ends it
 * @param endedAs what ended it; null exactly when {@code endedOn} is
 * @param endedBy the policy that ended it; null when it ended by itself
 */
public record Validity(
    LocalDate startsOn, LocalDate endedOn, PolicyStatus endedAs, PolicyId endedBy) {

  /** Its status on a day; a text that has not started yet counts as in force, nothing ended it. */
  public PolicyStatus statusOn(LocalDate day) {
    return endedOn == null || day.isBefore(endedOn) ? PolicyStatus.IN_FORCE : endedAs;
  }

  /** Whether it may answer on a day: started and not ended. */
  public boolean holdsOn(LocalDate day) {
    return (startsOn == null || !day.isBefore(startsOn)) && statusOn(day) == PolicyStatus.IN_FORCE;
  }
}
