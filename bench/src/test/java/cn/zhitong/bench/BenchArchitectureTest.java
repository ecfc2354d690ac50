package cn.zhitong.bench;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The arrows between modules, seen from the one that may know all of them. */
@AnalyzeClasses(packages = "cn.zhitong", importOptions = ImportOption.DoNotIncludeTests.class)
class BenchArchitectureTest {

  /** What is measured knows nothing of its measuring, and the service ships none of it. */
  @ArchTest
  static final ArchRule benchmarks_areKnownToNobody =
      noClasses()
          .that()
          .resideInAnyPackage(
              "cn.zhitong.assistant..",
              "cn.zhitong.common..",
              "cn.zhitong.ingest..",
              "cn.zhitong.eval..",
              "cn.zhitong.prompts..")
          // Some stand beside what they time, since they reach behind its interface.
          .and()
          .haveSimpleNameNotEndingWith("Bench")
          .and()
          .doNotHaveSimpleName("PeerStores")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("cn.zhitong.bench..");

  @ArchTest
  static final ArchRule theEvaluation_knowsTheServiceOverHttpOnly =
      noClasses()
          .that()
          .resideInAPackage("cn.zhitong.eval..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("cn.zhitong.assistant..", "cn.zhitong.ingest..");

  @ArchTest
  static final ArchRule theService_knowsNoEvaluation =
      noClasses()
          .that()
          .resideInAnyPackage(
              "cn.zhitong.assistant..", "cn.zhitong.common..", "cn.zhitong.ingest..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("cn.zhitong.eval..");

  @ArchTest
  static final ArchRule modulesHaveNoCycles =
      slices().matching("cn.zhitong.(bench).(*)..").should().beFreeOfCycles();
}
