package cn.zhitong.common.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * As whom the server runs. PostgreSQL refuses to run as root. An ordinary user starts it as itself;
 * root hands it to the system's {@code postgres} user where that one can reach the folders, and
 * otherwise (the data folder lies in /root) gives up its rights in a user namespace by {@code
 * unshare}.
 *
 * @param prefix what goes before each command
 * @param owner uid that must own the cluster folder, null for our own
 */
record ServerUser(List<String> prefix, Integer owner) {
  private static final ServerUser SELF = new ServerUser(List.of(), null);
  private static final ServerUser NAMESPACE = new ServerUser(List.of("unshare", "-U", "--"), null);
  private static final String DEBIAN_USER = "postgres";

  private static final Set<PosixFilePermission> OTHERS =
      EnumSet.of(
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE,
          PosixFilePermission.OTHERS_EXECUTE);

  /** For a cluster that exists: whoever owns it goes on with it. */
  static ServerUser ownerOf(Path cluster) throws IOException {
    if (!isRoot()) {
      return SELF;
    }
    int owner = (Integer) Files.getAttribute(cluster, "unix:uid");
    if (owner == 0) {
      return namespace();
    }
    letPass(cluster.getParent(), owner);
    return as(owner);
  }

  /** For a cluster to be made at this folder, which exists, is empty and ours. */
  static ServerUser forNew(Path cluster, PostgresInstallation postgres) throws IOException {
    if (!isRoot()) {
      return SELF;
    }
    UserPrincipal user = debianUser(cluster);
    if (user != null) {
      Files.setOwner(cluster, user);
      int uid = (Integer) Files.getAttribute(cluster, "unix:uid");
      letPass(cluster.getParent(), uid);
      ServerUser candidate = as(uid);
      if (candidate.reaches(cluster, postgres)) {
        return candidate;
      }
      Files.setAttribute(cluster, "unix:uid", 0);
    }
    return namespace();
  }

  /** The command as this user runs it. */
  List<String> command(String... command) {
    List<String> all = new ArrayList<>(prefix);
    all.addAll(List.of(command));
    return all;
  }

  /** Gives the file to the user. */
  void own(Path file) throws IOException {
    if (owner != null) {
      Files.setAttribute(file, "unix:uid", owner);
    }
  }

  private static boolean isRoot() throws IOException {
    return "root".equals(System.getProperty("user.name"))
        || (Files.exists(Path.of("/proc/self"))
            && Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid")));
  }

  /**
   * With the user's own group: the cluster's group may be root's, which the data folder shuts out.
   */
  private static ServerUser as(int uid) throws IOException {
    String gid = group(uid);
    return new ServerUser(
        List.of("setpriv", "--reuid=" + uid, "--regid=" + gid, "--clear-groups", "--"), uid);
  }

  private static String group(int uid) throws IOException {
    Commands.Result group = Commands.run(List.of("id", "-g", Integer.toString(uid)), 20);
    return group.succeeded() ? group.output().strip() : Integer.toString(uid);
  }

  private static ServerUser namespace() throws IOException {
    if (!Commands.run(NAMESPACE.command("true"), 20).succeeded()) {
      throw new DatabaseStartException(
          "PostgreSQL 不能以 root 身份运行，而本系统不允许 unshare。请改用普通用户启动，"
              + "或用 --data 指定一个 postgres 用户能进入的目录（例如 /var/lib/zhitong），或设置 ZHITONG_DB_URL。");
    }
    return NAMESPACE;
  }

  private static UserPrincipal debianUser(Path anyFile) {
    try {
      return anyFile
          .getFileSystem()
          .getUserPrincipalLookupService()
          .lookupPrincipalByName(DEBIAN_USER);
    } catch (IOException noSuchUser) {
      return null;
    }
  }

  /**
   * The user may pass through the data folder to its cluster, by its group; nobody else may, and
   * not even it may list the folder.
   */
  private static void letPass(Path dataFolder, int uid) throws IOException {
    Files.setAttribute(dataFolder, "unix:gid", Integer.parseInt(group(uid)));
    Set<PosixFilePermission> permissions =
        EnumSet.copyOf(Files.getPosixFilePermissions(dataFolder));
    permissions.removeAll(OTHERS);
    permissions.add(PosixFilePermission.GROUP_EXECUTE);
    Files.setPosixFilePermissions(dataFolder, permissions);
  }

  private boolean reaches(Path cluster, PostgresInstallation postgres) throws IOException {
    return Commands.run(command("test", "-w", cluster.toString()), 20).succeeded()
        && Commands.run(command("test", "-x", postgres.program("postgres")), 20).succeeded();
  }
}
