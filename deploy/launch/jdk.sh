# Finds the newest JDK (17 or later) among ZHITONG_JDK, JAVA_HOME, the usual folders and the PATH.

fail() {
  echo "zhitong: $*" >&2
  exit 1
}

# Major version of the JDK in a folder; nothing when it is none (a JRE cannot build).
jdk_major() {
  [ -x "$1/bin/javac" ] && [ -x "$1/bin/java" ] || return 0
  local version=""
  if [ -r "$1/release" ]; then
    version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")
  fi
  if [ -z "$version" ]; then
    version=$("$1/bin/javac" -version 2>&1 | sed -n 's/^javac \([0-9]*\).*/\1/p')
  fi
  echo "$version"
}

# All JDKs as lines "major folder", one per version at most once per folder, newest first.
list_jdks() {
  local folder major on_path
  on_path=$(command -v javac || true)
  [ -z "$on_path" ] || on_path=$(dirname "$(dirname "$(readlink -f "$on_path")")")
  for folder in "${JAVA_HOME:-}" /usr/lib/jvm/* "$HOME"/.sdkman/candidates/java/* "$on_path"; do
    [ -n "$folder" ] && [ -d "$folder" ] || continue
    folder=$(readlink -f "$folder")
    major=$(jdk_major "$folder")
    if [ -n "$major" ] && [ "$major" -ge 17 ]; then
      echo "$major $folder"
    fi
  done | sort -rnu
}

# Sets JDK and JDK_MAJOR. ZHITONG_JDK, where set, is the only choice.
find_jdk() {
  if [ -n "${ZHITONG_JDK:-}" ]; then
    JDK=$ZHITONG_JDK
    JDK_MAJOR=$(jdk_major "$JDK")
    [ -n "$JDK_MAJOR" ] && [ "$JDK_MAJOR" -ge 17 ] || fail "ZHITONG_JDK=$JDK 不是 17 或更高版本的 JDK。"
    return
  fi
  local newest
  newest=$(list_jdks | head -n 1)
  [ -n "$newest" ] || fail "没有找到 JDK 17 或更高版本。请安装（Debian：apt-get install openjdk-17-jdk-headless），或把 JAVA_HOME 指向它。"
  JDK_MAJOR=${newest%% *}
  JDK=${newest#* }
}

# Sets JDK and JDK_MAJOR to JAVA_HOME, which need not be able to compile.
find_runtime() {
  JDK=${JAVA_HOME:?JAVA_HOME}
  JDK_MAJOR=$("$JDK/bin/java" -version 2>&1 | sed -n 's/^.* version "\([0-9]*\).*/\1/p')
  [ -n "$JDK_MAJOR" ] && [ "$JDK_MAJOR" -ge 17 ] || fail "JAVA_HOME=$JDK 不是 17 或更高版本的 Java。"
}

# Sets JAVA_OPTIONS for running our code on this JDK.
java_options() {
  JAVA_OPTIONS=(-Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8
    -Djava.util.logging.manager=org.jboss.logmanager.LogManager)
  if [ "$JDK_MAJOR" -ge 20 ]; then
    # Lucene's vector code; it announces itself as incubating, which nobody can act on.
    JAVA_OPTIONS+=(--add-modules jdk.incubator.vector)
  fi
  if [ "$JDK_MAJOR" -ge 22 ]; then
    JAVA_OPTIONS+=(--enable-native-access=ALL-UNNAMED)
  fi
  if [ "$JDK_MAJOR" -ge 24 ]; then
    # Libraries of ours still use it; without this each start prints warnings.
    JAVA_OPTIONS+=(--sun-misc-unsafe-memory-access=allow)
  fi
}
