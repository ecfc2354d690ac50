# Live reload of Java and pages: Quarkus' dev mode over our own database, with the demo's data.

run_dev() {
  local data=${ZHITONG_DEV_DATA:-$HOME/.zhitong-dev} port=8080
  while [ $# -gt 0 ]; do
    case "$1" in
      --data) data=$2 && shift 2 ;;
      --port) port=$2 && shift 2 ;;
      *) fail "dev 没有参数 $1（可用：--data DIR、--port N）" ;;
    esac
  done
  find_jdk
  find_maven_for_dev
  local jvm=()
  [ "$JDK_MAJOR" -lt 20 ] || jvm+=(--add-modules jdk.incubator.vector)
  [ "$JDK_MAJOR" -lt 22 ] || jvm+=(--enable-native-access=ALL-UNNAMED)
  echo "zhitong: 开发模式，数据在 $data；修改源码后刷新页面即生效，按 q 退出" >&2
  # The service starts its own database, as serve does; a reload starts both anew.
  local goals=(-Dquick -Dspotless.check.skip=true -pl assistant -am compile "io.quarkus.platform:quarkus-maven-plugin:$(sed -n "s#.*<quarkus.version>\(.*\)</quarkus.version>.*#\1#p" "$ROOT/pom.xml"):dev"
    "-Djvm.args=${jvm[*]:-} -Dzhitong.home=$ROOT" -Dquarkus.console.enabled=true -Dquarkus.analytics.disabled=true
    "-Dquarkus.args=--demo --data $data --port $port")
  dev_maven -o "${goals[@]}" || dev_maven "${goals[@]}"
}

# Quarkus' dev mode asks for Maven 3.9; Debian 12 has an older one, which builds and tests all the
# same, and brings the newer one as it brings any other dependency.
DEV_MAVEN_VERSION=3.9.11

# Sets MVN_FOR_DEV.
find_maven_for_dev() {
  local version folder=$ROOT/target/maven
  version=$(mvn --version 2>/dev/null | sed -n 's/.*Apache Maven \([0-9]*\.[0-9]*\).*/\1/p' | head -n 1)
  MVN_FOR_DEV=mvn
  if [ "$(printf '%s\n' 3.9 "$version" | sort -V | head -n 1)" = 3.9 ]; then
    return
  fi
  MVN_FOR_DEV=$folder/apache-maven-$DEV_MAVEN_VERSION/bin/mvn
  if [ ! -x "$MVN_FOR_DEV" ]; then
    mkdir -p "$folder"
    echo "zhitong: 开发模式需要 Maven 3.9 或更高版本（现在是 ${version:-没有}），正在取得 $DEV_MAVEN_VERSION……" >&2
    maven_offline_first "$folder/fetch.log" -q -N org.apache.maven.plugins:maven-dependency-plugin:3.8.1:unpack \
      "-Dartifact=org.apache.maven:apache-maven:$DEV_MAVEN_VERSION:zip:bin" "-DoutputDirectory=$folder" ||
      fail "没有取得 Maven $DEV_MAVEN_VERSION（输出在 $folder/fetch.log）；可用 serve --demo 代替，改动后重新启动"
    chmod +x "$MVN_FOR_DEV"
  fi
}

dev_maven() {
  (cd "$ROOT" && JAVA_HOME=$JDK "$MVN_FOR_DEV" -B "$@")
}
