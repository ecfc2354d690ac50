package cn.zhitong.common.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterTest {
  private static final PostgresInstallation PLAIN_15 = installation(15, false);
  private static final PostgresInstallation VECTOR_15 = installation(15, true);
  private static final PostgresInstallation BUNDLED_17 = installation(17, false);

  @TempDir Path data;

  @Test
  void memory_ofTheServer_isAnEighthWithinBounds() {
    long gigabyte = 1L << 30;
    assertThat(ServerSettings.sharedBuffers(4 * gigabyte)).isEqualTo(512);
    assertThat(ServerSettings.sharedBuffers(gigabyte / 2)).isEqualTo(128);
    assertThat(ServerSettings.sharedBuffers(256 * gigabyte)).isEqualTo(2048);
  }

  @Test
  void servers_withAndWithoutPgvector_areTakenWithIt() throws IOException {
    assertThat(Cluster.choose(data, candidates(VECTOR_15)))
        .isEqualTo(new Cluster(data.resolve("pg-15"), VECTOR_15, null));
  }

  @Test
  void servers_withoutPgvector_giveWayToTheBundledOne() throws IOException {
    assertThat(Cluster.choose(data, candidates(PLAIN_15)).postgres()).isEqualTo(BUNDLED_17);
  }

  @Test
  void bundledData_whenPgvectorArrivesForAnotherMajor_goesOn() throws IOException {
    cluster(17);
    Cluster chosen = Cluster.choose(data, candidates(VECTOR_15));
    assertThat(chosen.folder()).isEqualTo(data.resolve("pg-17"));
    assertThat(chosen.postgres()).isEqualTo(BUNDLED_17);
    assertThat(chosen.notice()).contains("继续使用 17");
  }

  @Test
  void data_whenPgvectorArrivesForTheSameMajor_usesIt() throws IOException {
    cluster(17);
    PostgresInstallation vector17 = installation(17, true);
    assertThat(Cluster.choose(data, candidates(vector17)).postgres()).isEqualTo(vector17);
  }

  @Test
  void data_whenPgvectorWasRemoved_goesOnWithout() throws IOException {
    cluster(15);
    assertThat(Cluster.choose(data, candidates(PLAIN_15)).postgres()).isEqualTo(PLAIN_15);
  }

  @Test
  void data_ofAMajorThatIsNotHere_isRefused() throws IOException {
    cluster(16);
    assertThatThrownBy(() -> Cluster.choose(data, candidates(VECTOR_15)))
        .isInstanceOf(DatabaseStartException.class)
        .hasMessageContaining("由 PostgreSQL 16 建立")
        .hasMessageContaining("postgresql-16");
    assertThat(data.resolve("pg-15")).doesNotExist();
  }

  @Test
  void data_ofTwoMajors_isRefused() throws IOException {
    cluster(15);
    cluster(17);
    assertThatThrownBy(() -> Cluster.choose(data, candidates(VECTOR_15)))
        .hasMessageContaining("pg-15、pg-17");
  }

  @Test
  void data_ofAnInterruptedInitialisation_isIgnored() throws IOException {
    Files.createDirectories(data.resolve("pg-17.new"));
    Files.writeString(data.resolve("pg-17.new/PG_VERSION"), "17\n");
    assertThat(Cluster.choose(data, candidates(VECTOR_15)).postgres()).isEqualTo(VECTOR_15);
  }

  private void cluster(int major) throws IOException {
    Path folder = Files.createDirectories(data.resolve("pg-" + major));
    Files.writeString(folder.resolve("PG_VERSION"), major + "\n");
  }

  private static Cluster.Candidates candidates(PostgresInstallation... machine) {
    return new Cluster.Candidates(null, List.of(machine), () -> BUNDLED_17);
  }

  private static PostgresInstallation installation(int major, boolean vector) {
    return new PostgresInstallation(Path.of("/opt/pg" + major + "/bin"), major, vector);
  }
}
