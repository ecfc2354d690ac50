#!/usr/bin/env bash
# Sorts the built service into the layers of its image, what changes least first, so that a change of
# code ships none of the libraries. Arguments: the quarkus-app folder, a folder for the layers.
set -euo pipefail
app=$1 out=$2
main=assistant/target/quarkus-app/lib/main
mkdir -p "$out"/libraries/$main "$out"/common/$main "$out"/service/$main
cp -a "$app/lib/boot" "$out/libraries/$main/.."
for jar in "$app"/lib/main/*; do
  case "$(basename "$jar")" in
    # Dictionaries and the base of the models, twelve megabytes that seldom change.
    cn.zhitong.zhitong-common-*) layer=common ;;
    cn.zhitong.*) layer=service ;;
    *) layer=libraries ;;
  esac
  cp -a "$jar" "$out/$layer/$main"
done
for part in "$app"/*; do
  [ "$(basename "$part")" = lib ] || cp -a "$part" "$out/service/$main/../.."
done
# Times are part of a layer: the same files, built again, are the same layer.
find "$out" -exec touch -h -d @0 {} +
