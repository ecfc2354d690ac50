package cn.zhitong.assistant.calendar;

import cn.zhitong.common.jdbc.Jdbc;
import cn.zhitong.common.workday.WorkingDays;
import cn.zhitong.common.workday.YearDays;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Hands out the calendar as it is known now: the shipped years, overlaid by imported ones. */
@ApplicationScoped
public class Calendars {
  /** Years shipped; later ones are announced each November and imported. */
  private static final List<Integer> SHIPPED = List.of(2025, 2026);

  /** Another node may have imported a year: nodes look again this often. */
  private static final long REFRESH_SECONDS = 5;

  private final CalendarStore store;
  private final ObjectMapper json;
  private final Clock clock;
  private final Event<YearLoaded> loaded;
  private volatile Known known;

  private record Known(WorkingDays days, String version, Instant at) {}

  /**
   * Fired on the node that imported a year, after it is stored: all dates that it moves are redone.
   */
  public record YearLoaded(int year) {}

  @Inject
  Calendars(CalendarStore store, ObjectMapper json, Clock clock, Event<YearLoaded> loaded) {
    this.store = store;
    this.json = json;
    this.clock = clock;
    this.loaded = loaded;
  }

  /** For a command, beside no service. */
  public static Calendars of(Jdbc jdbc, ObjectMapper json, Clock clock) {
    return new Calendars(new CalendarStore(jdbc, json), json, clock, null);
  }

  /** The calendar as the database knows it, at most five seconds old. */
  public WorkingDays current() {
    return known().days();
  }

  /** Changes with every import, and is the same on all nodes that have seen it. */
  public String version() {
    return known().version();
  }

  private Known known() {
    Known present = known;
    Instant now = clock.instant();
    if (present == null || present.at().plusSeconds(REFRESH_SECONDS).isBefore(now)) {
      // The version before the days: an import in between is seen as one that is still to come.
      String version = store.version();
      present = new Known(read(), version, now);
      known = present;
    }
    return present;
  }

  /**
   * Imports a year in holiday-cn's form.
   *
   * @param year the year of the address; the file must be that year's
   * @return days that differ from Monday to Friday
   * @throws IllegalArgumentException with what is wrong, in Chinese
   */
  int put(int year, JsonNode file, String who) {
    YearDays own = YearDays.parse(file);
    if (own.year() != year) {
      throw new IllegalArgumentException("文件是 " + own.year() + " 年的日历，地址写的是 " + year + " 年");
    }
    store.put(own, who, clock.instant());
    known = null;
    loaded.fire(new YearLoaded(year));
    return own.exceptions().size();
  }

  /** The years that are known, each as it holds now. */
  List<YearDays> years() {
    Map<Integer, YearDays> years = new TreeMap<>();
    for (int year : SHIPPED) {
      years.put(year, shipped(year));
    }
    for (YearDays imported : store.all()) {
      years.put(imported.year(), imported);
    }
    return List.copyOf(years.values());
  }

  /** By year; shipped ones that nobody replaced are not among them. */
  Map<Integer, CalendarStore.Import> imports() {
    return store.imports();
  }

  private WorkingDays read() {
    return new WorkingDays(years());
  }

  private YearDays shipped(int year) {
    try (InputStream in = Calendars.class.getResourceAsStream("/calendar/" + year + ".json")) {
      return YearDays.parse(json.readTree(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
