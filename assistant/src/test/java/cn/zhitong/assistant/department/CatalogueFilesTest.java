package cn.zhitong.assistant.department;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Reading catalogues and what a reform does to them. */
class CatalogueFilesTest {

  private static ByteArrayInputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void table_ofDepartments_isRead() throws Exception {
    List<Department> departments =
        CatalogueTable.read(
            bytes(
                "编号,名称,简称,曾用名,层级,行政区划,上级,电话,职责\n"
                    + "zrj,明州市自然资源局,市自然资源局、市资规局,明州市国土资源局,市级,350100,zf,0591-87654321,土地出让；矿产管理\n"
                    + "zf,明州市人民政府,,,city,350100,,,\n"),
            Set.of());
    Department first = departments.get(0);
    assertThat(first.shortNames()).containsExactly("市自然资源局", "市资规局");
    assertThat(first.formerNames()).containsExactly("明州市国土资源局");
    assertThat(first.level().code()).isEqualTo("city");
    assertThat(first.duties()).extracting(Department.Duty::text).containsExactly("土地出让", "矿产管理");
    assertThat(first.parent()).isEqualTo("zf");
  }

  @Test
  void wrongRows_ofATable_areAllListed() {
    CatalogueErrors errors =
        catchThrowableOfType(
            CatalogueErrors.class,
            () ->
                CatalogueTable.read(
                    bytes(
                        "编号,名称,层级,行政区划,上级,并入\n"
                            + ",无编号局,市级,350100,,\n"
                            + "a,甲局,镇级,3501,,\n"
                            + "b,乙局,,,没有,\n"
                            + "b,乙局,,,,\n"
                            + "c,丙局,,,,d\n"
                            + "d,丁局,,,,c\n"),
                    Set.of()));
    assertThat(errors.errors())
        .extracting(CatalogueErrors.RowError::row)
        .containsExactly(2, 3, 3, 4, 5, 5, 6, 7);
    assertThat(errors).hasMessageContaining("第 2 行").hasMessageContaining("8 处错误");
  }

  @Test
  void yamlErrors_ofAnEntry_areListedOnce() {
    CatalogueErrors errors =
        catchThrowableOfType(
            CatalogueErrors.class,
            () ->
                CatalogueYaml.read(
                    bytes("departments:\n  - name: 甲局\n  - id: b\n    name: 乙局\n    region: x\n"),
                    Set.of()));
    assertThat(errors.errors())
        .extracting(CatalogueErrors.RowError::field)
        .containsExactly("id", "region");
  }

  @Test
  void department_renamedOrMerged_keepsItsOldNameAndSuccessor() {
    Department old = department("gt", "明州市国土资源局", List.of(), null);
    Department planning = department("gh", "明州市规划局", List.of(), null);
    Department now = department("gt", "明州市自然资源局", List.of(), null);
    Department merged = department("gh", "明州市规划局", List.of(), "gt");
    CatalogueChangeSet reform =
        CatalogueChangeSet.of(List.of(old, planning), List.of(now, merged), "督办", Instant.EPOCH);
    assertThat(reform.departments().get(0).formerNames()).containsExactly("明州市国土资源局");
    assertThat(reform.changes())
        .extracting(DepartmentStore.Change::kind, DepartmentStore.Change::toName)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("renamed", "明州市自然资源局"),
            org.assertj.core.groups.Tuple.tuple("merged", "明州市自然资源局"));
    assertThat(
            CatalogueChangeSet.of(reform.departments(), reform.departments(), "督办", Instant.EPOCH)
                .changes())
        .isEmpty();
  }

  private static Department department(
      String id, String name, List<String> former, String successor) {
    return new Department(
        id, name, List.of(), former, null, null, null, null, successor, List.of());
  }
}
