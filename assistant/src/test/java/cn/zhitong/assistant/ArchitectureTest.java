package cn.zhitong.assistant;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;

/**
 * The dependencies that are allowed between the service's features. That features do not import one
 * another's internals is held by the compiler: what a feature keeps to itself is package-private.
 */
@AnalyzeClasses(
    packages = "cn.zhitong.assistant",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule featuresHaveNoCycles =
      slices().matching("cn.zhitong.assistant.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule sqlOnlyInStores =
      noClasses()
          .that()
          .haveNameNotMatching(".*Store(\\$.*)?")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("java.sql..");

  /** {@code *Streams} is the half of a resource that writes server-sent events. */
  @ArchTest
  static final ArchRule httpOnlyAtTheEdge =
      noClasses()
          .that()
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
          .resideOutsideOfPackage("cn.zhitong.assistant.llm..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.langchain4j..");

  /** A fixed clock in a test must reach every deadline and every as-of date. */
  @ArchTest
  static final ArchRule timeOnlyThroughAClock =
      noClasses()
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
