package cn.zhitong.ingest;

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

/** The dependencies that docs/adr and the folders' READMEs allow, in this module. */
@AnalyzeClasses(
    packages = {"cn.zhitong.ingest", "cn.zhitong.common"},
    importOptions = ImportOption.DoNotIncludeTests.class)
class IngestArchitectureTest {

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().matching("cn.zhitong.ingest.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule commonPackages_haveNoCycles =
      slices().matching("cn.zhitong.common.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule common_doesNotDependOnIngest =
      noClasses()
          .that()
          .resideInAPackage("cn.zhitong.common..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("cn.zhitong.ingest..");

  /** Stages know the nouns, never the pipeline or the command above them. */
  @ArchTest
  static final ArchRule stages_doNotDependOnThePipeline =
      noClasses()
          .that()
          .resideInAPackage("cn.zhitong.ingest.*..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("cn.zhitong.ingest");

  @ArchTest
  static final ArchRule libraryKnowsNoService =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("cn.zhitong.assistant..", "cn.zhitong.eval..", "io.quarkus..");

  @ArchTest
  static final ArchRule sqlOnlyInStores =
      noClasses()
          .that()
          .haveNameNotMatching(".*Store(\\$.*)?")
          .and()
          .resideOutsideOfPackages("cn.zhitong.common.jdbc..", "cn.zhitong.common.postgres..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("java.sql..");

  @ArchTest
  static final ArchRule langChain4jOnlyInTheEmbedder =
      noClasses()
          .that()
          .resideOutsideOfPackages("cn.zhitong.common.embedding..", "cn.zhitong.ingest.read.ocr..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.langchain4j..", "ai.onnxruntime..", "ai.djl..");

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
