#!/usr/bin/env bash
# Installs from Debian what the full run and the whole test need beside a JDK and Maven:
# PostgreSQL with pgvector, Chromium, Chinese fonts. Can be run again; does only what is missing.
set -euo pipefail

# Debian 12 has no pgvector package; its source package of the next release builds on 12 too.
SOURCE_SUITE=trixie
OLD_MAJOR=15

fail() {
  echo "setup: $*" >&2
  exit 1
}

# Everything apt needs runs as root.
as_root() {
  if [ "$(id -u)" -eq 0 ]; then
    DEBIAN_FRONTEND=noninteractive "$@"
  else
    sudo env DEBIAN_FRONTEND=noninteractive "$@"
  fi
}

check_machine() {
  command -v apt-get >/dev/null ||
    fail "此命令只支持 Debian。其他系统请自行安装 PostgreSQL 与 pgvector（并设置 ZHITONG_PG_BIN）、Chromium、思源或 Noto 中文字体。"
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || fail "需要 root 权限：请以 root 运行，或安装 sudo。"
  fi
}

install_packages() {
  local missing=() package
  for package in "$@"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
  done
  [ ${#missing[@]} -eq 0 ] && return
  echo "setup: 安装 ${missing[*]}"
  as_root apt-get install -y -q --no-install-recommends "${missing[@]}"
}

# Releases of Debian from 13 on have pgvector as a package.
packaged_major() {
  apt-cache search --names-only '^postgresql-[0-9]+-pgvector$' | sed -n 's/^postgresql-\([0-9]*\)-pgvector.*/\1/p' | sort -rn | head -n 1
}

# Writes the machine's own source entry again, with the other suite and as deb-src, in the form it has.
write_source_entry() {
  local codename=$1 folder=$2 file
  for file in /etc/apt/sources.list.d/*.sources; do
    [ -f "$file" ] || continue
    awk -v suite="$codename" -v wanted="$SOURCE_SUITE" 'BEGIN { RS = ""; FS = "\n" }
      {
        own = 0
        for (i = 1; i <= NF; i++) {
          if ($i ~ /^Suites:/ && (" " substr($i, 8) " ") ~ (" " suite " ")) own = 1
        }
        if (!own || done) next
        for (i = 1; i <= NF; i++) {
          if ($i ~ /^Types:/) print "Types: deb-src"
          else if ($i ~ /^Suites:/) print "Suites: " wanted
          else print $i
        }
        done = 1
      }' "$file" >"$folder/source.sources"
    [ ! -s "$folder/source.sources" ] || return 0
  done
  rm -f "$folder/source.sources"
  for file in /etc/apt/sources.list /etc/apt/sources.list.d/*.list; do
    [ -f "$file" ] || continue
    # deb [options] URI suite components: only the type and the suite change.
    sed -n "s/^deb\(\s.*\s\)$codename\(\s.*main.*\)$/deb-src\1$SOURCE_SUITE\2/p" "$file" | head -n 1 >"$folder/source.list"
    [ ! -s "$folder/source.list" ] || return 0
  done
  return 1
}

build_pgvector() {
  local codename work pg_config=/usr/lib/postgresql/$OLD_MAJOR/bin/pg_config
  codename=$(. /etc/os-release && echo "${VERSION_CODENAME:-}")
  work=$(mktemp -d)
  chmod 755 "$work"
  # shellcheck disable=SC2064
  trap "rm -rf '$work'" EXIT
  mkdir -p "$work/parts" "$work/lists/partial" "$work/source"
  write_source_entry "$codename" "$work/parts" ||
    fail "在 /etc/apt 中找不到 $codename 的软件源，无法取得 pgvector 的源码包。请检查 sources.list。"
  local apt=(apt-get -q -o "Dir::Etc::sourcelist=/dev/null" -o "Dir::Etc::sourceparts=$work/parts"
    -o "Dir::State::lists=$work/lists" -o "APT::Sandbox::User=root")
  as_root "${apt[@]}" update
  (cd "$work/source" && as_root "${apt[@]}" source pgvector)
  [ "$(id -u)" -eq 0 ] || as_root chown -R "$(id -u)" "$work"
  cd "$work"/source/pgvector-*/
  # No flags for this very processor: the result may be copied. No LLVM: it would need clang.
  make -s OPTFLAGS="" with_llvm=no PG_CONFIG="$pg_config"
  as_root make -s install OPTFLAGS="" with_llvm=no PG_CONFIG="$pg_config"
  cd /
}

install_vector() {
  local major
  major=$(packaged_major)
  if [ -n "$major" ]; then
    install_packages "postgresql-$major" "postgresql-$major-pgvector"
    return
  fi
  install_packages "postgresql-$OLD_MAJOR"
  if [ -f "/usr/share/postgresql/$OLD_MAJOR/extension/vector.control" ]; then
    return
  fi
  install_packages "postgresql-server-dev-$OLD_MAJOR" build-essential dpkg-dev debian-archive-keyring ca-certificates
  echo "setup: 由 Debian 源码包构建 pgvector"
  build_pgvector
}

check_machine
as_root apt-get update -q
# Chromium for the tests of the pages, the fonts for their screenshots, the rest for the launcher.
install_packages chromium fonts-noto-cjk util-linux
install_vector
echo "setup: 完成"
