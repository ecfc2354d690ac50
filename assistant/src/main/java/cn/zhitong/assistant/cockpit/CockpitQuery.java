package cn.zhitong.assistant.cockpit;

import cn.zhitong.assistant.report.Period;
import cn.zhitong.common.region.Gazetteer;
import java.util.UUID;

/**
 * What the cockpit is asked for; null is no matter.
 *
 * @param industry section or code of GB/T 4754
 */
record CockpitQuery(Period period, UUID itemId, String region, String industry, String scale) {

  /** Whether an enterprise and item of this kind are meant. */
  boolean fits(UUID item, String place, String trade, String size, Gazetteer gazetteer) {
    return (itemId == null || itemId.equals(item))
        && (region == null || place != null && gazetteer.isWithin(place, region))
        && (industry == null || trade != null && trade.startsWith(industry))
        && (scale == null || scale.equals(size));
  }
}
