package cn.zhitong.assistant;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import cn.zhitong.common.text.Tokenizer;
import com.fasterxml.jackson.databind.JsonNode;
import com.hankcs.hanlp.HanLP;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The dependencies that are allowed between the service's features. That features do not import one
 * another's internals is held by the compiler: what a feature keeps to itself is package-private.
 */
@AnalyzeClasses(packages = "cn.zhitong", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static ArchCondition<JavaClass> haveNamesThatOccurOnce() {
    return new ArchCondition<>("have names that occur once") {
      private final Map<String, String> seen = new HashMap<>();

      @Override
      public void check(JavaClass one, ConditionEvents events) {
        String other = seen.putIfAbsent(one.getSimpleName(), one.getName());
        boolean once = other == null || other.equals(one.getName());
        events.add(new SimpleConditionEvent(one, once, one.getName() + " and " + other));
      }
    };
  }

  private static final String CASEWORK = "cn.zhitong.assistant.casework";

  /** The parts of casework, each of which knows those before it; the first is what all share. */
  private static final List<String> CASEWORK_PARTS =
      List.of(
          "",
          ".state",
          ".clock",
          ".rights",
          ".log",
          ".intake",
          ".view",
          ".handling",
          ".rating",
          ".imports",
          ".retention",
          ".notice",
          ".port");

  /** Each package for itself, however deep it is. */
  private static final SliceAssignment EACH_PACKAGE =
      new SliceAssignment() {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass one) {
          return one.getPackageName().startsWith("cn.zhitong.assistant")
              ? SliceIdentifier.of(one.getPackageName())
              : SliceIdentifier.ignore();
        }

        @Override
        public String getDescription() {
          return "packages";
        }
      };

  private static int partOf(JavaClass one) {
    return one.getPackageName().startsWith(CASEWORK)
        ? CASEWORK_PARTS.indexOf(one.getPackageName().substring(CASEWORK.length()))
        : 0;
  }

  private static final ArchCondition<JavaClass> KNOW_EARLIER_PARTS_ONLY =
      new ArchCondition<>("know earlier parts only") {
        @Override
        public void check(JavaClass one, ConditionEvents events) {
          int part = partOf(one);
          events.add(new SimpleConditionEvent(one, part >= 0, one.getName() + " is in no part"));
          for (Dependency each : one.getDirectDependenciesFromSelf()) {
            boolean before = partOf(each.getTargetClass()) <= part;
            events.add(new SimpleConditionEvent(one, before, each.getDescription()));
          }
        }
      };

  @ArchTest
  static final ArchRule featuresHaveNoCycles =
      slices().matching("cn.zhitong.assistant.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().assignedFrom(EACH_PACKAGE).should().beFreeOfCycles();

  @ArchTest
  static final ArchRule casework_isBuiltInOrder =
      classes().that().resideInAPackage(CASEWORK + "..").should(KNOW_EARLIER_PARTS_ONLY);

  /** How a suggestion comes about is triage's own. */
  @ArchTest
  static final ArchRule triagesInternals_areItsOwn =
      noClasses()
          .that()
          .resideOutsideOfPackage("cn.zhitong.assistant.triage..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "cn.zhitong.assistant.triage.classify..",
              "cn.zhitong.assistant.triage.model..",
              "cn.zhitong.assistant.triage.pipeline..");

  /** Commands are begun from outside; a restored database is proved by one. */
  @ArchTest
  static final ArchRule caseworksInternals_areItsOwn =
      noClasses()
          .that()
          .resideOutsideOfPackage(CASEWORK + "..")
          .should()
          .dependOnClassesThat(
              resideInAPackage(CASEWORK + "..")
                  .and(
                      resideOutsideOfPackages(
                          CASEWORK, CASEWORK + ".state", CASEWORK + ".clock", CASEWORK + ".port"))
                  .and(not(simpleNameEndingWith("Command"))));

  @ArchTest
  static final ArchRule sqlOnlyInStores =
      noClasses()
          .that()
          .resideInAPackage("cn.zhitong.assistant..")
          .and()
          .haveNameNotMatching(".*Store(\\$.*)?")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("java.sql..");

  /** {@code *Streams} is the half of a resource that writes server-sent events. */
  @ArchTest
  static final ArchRule httpOnlyAtTheEdge =
      noClasses()
          .that()
          .resideInAPackage("cn.zhitong.assistant..")
          .and()
          .haveNameNotMatching(".*(Resource|Streams)(\\$.*)?")
          .and()
          .resideOutsideOfPackages("cn.zhitong.assistant.web..", "cn.zhitong.assistant.security..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("jakarta.ws.rs..");

  @ArchTest
  static final ArchRule langChain4jOnlyInLlm =
      noClasses()
          .that()
          .resideInAPackage("cn.zhitong.assistant..")
          .and()
          .resideOutsideOfPackage("cn.zhitong.assistant.llm..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.langchain4j..");

  /** A stored payload has a record and one codec; nobody else reads JSON by path. */
  @ArchTest
  static final ArchRule eventsAreReadByTheirCodecOnly =
      noClasses()
          .that()
          .resideInAnyPackage("cn.zhitong.assistant.casework..", "cn.zhitong.assistant.report..")
          .and()
          .haveNameNotMatching(".*[.](PayloadCodec|ErasablePayload|EventChain)(\\$.*)?")
          .should()
          .dependOnClassesThat()
          .belongToAnyOf(JsonNode.class)
          .orShould()
          .dependOnClassesThat()
          .resideInAPackage("com.fasterxml.jackson.databind.node..");

  /** One name for one thing: a reader who searches for a class finds one. */
  @ArchTest
  static final ArchRule simpleClassNames_occurOnce =
      classes()
          .that()
          .areTopLevelClasses()
          .and()
          .doNotHaveSimpleName("package-info")
          .should(haveNamesThatOccurOnce());

  /** Words of our own that the field's words replaced (docs/glossary.md). */
  @ArchTest
  static final ArchRule classNames_useTheFieldsWords =
      noClasses()
          .should()
          .haveNameMatching(
              ".*[.$]([^.]*[a-z0-9])?(Street|House|Unswayed|Letter|Halves|Gathering|Lookalike|Beside"
                  + "|Manager|Helper|Util|Impl)(s|[A-Z$].*)?");

  /** One tokenizer set-up a purpose: HanLP's shared one can be reconfigured by anybody. */
  @ArchTest
  static final ArchRule textIsCutByOurTokenizersOnly =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName(Tokenizer.class.getName())
          .should()
          .callMethod(HanLP.class, "newSegment")
          .orShould()
          .callMethod(HanLP.class, "segment", String.class)
          .orShould()
          .dependOnClassesThat()
          .resideInAnyPackage("com.hankcs.hanlp.tokenizer..");

  /** A fixed clock in a test must reach every deadline and every as-of date. */
  @ArchTest
  static final ArchRule timeOnlyThroughAClock =
      noClasses()
          .that()
          .resideInAPackage("cn.zhitong.assistant..")
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(LocalDate.class, "now")
          .orShould()
          .callMethod(LocalDateTime.class, "now")
          .orShould()
          .callMethod(OffsetDateTime.class, "now")
          .orShould()
          .callMethod(ZonedDateTime.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(Clock.class, "systemUTC")
          .orShould()
          .callMethod(Clock.class, "systemDefaultZone");
}
