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
  # Quarkus' dev mode asks for it; Debian 12 has an older one, which builds and tests all the same.
  local version
  version=$(mvn --version 2>/dev/null | sed -n 's/.*Apache Maven \([0-9]*\.[0-9]*\).*/\1/p' | head -n 1)
  if [ "$(printf '%s\n' 3.9 "$version" | sort -V | head -n 1)" != 3.9 ]; then
    fail "开发模式需要 Maven 3.9 或更高版本（现在是 ${version:-没有}）；可用 serve --demo 代替，改动后重新启动"
  fi
  find_jdk
  local jvm=()
  [ "$JDK_MAJOR" -lt 20 ] || jvm+=(--add-modules jdk.incubator.vector)
  [ "$JDK_MAJOR" -lt 22 ] || jvm+=(--enable-native-access=ALL-UNNAMED)
  echo "zhitong: 开发模式，数据在 $data；修改源码后刷新页面即生效，按 q 退出" >&2
  # The service starts its own database, as serve does; a reload starts both anew.
  local goals=(-Dquick -Dspotless.check.skip=true -pl assistant -am compile "io.quarkus.platform:quarkus-maven-plugin:$(sed -n "s#.*<quarkus.version>\(.*\)</quarkus.version>.*#\1#p" "$ROOT/pom.xml"):dev"
    "-Djvm.args=${jvm[*]:-} -Dzhitong.home=$ROOT" -Dquarkus.console.enabled=true
    "-Dquarkus.args=--demo --data $data --port $port")
  maven -o "${goals[@]}" || maven "${goals[@]}"
}
