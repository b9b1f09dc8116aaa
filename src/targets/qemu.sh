#!/bin/sh
# Copyright 2026 The Thimble Authors
# SPDX-License-Identifier: Apache-2.0
#
# Runs models on ARM and on this machine and compares the scores of 1,000 MNIST test images bit for
# bit: OpenJDK 17 for 64-bit and 32-bit ARM under QEMU; here the JDK's interpreter, its first and its
# second compiler. For Debian on x86-64 with a JDK and Maven; fetches about 100 MB of Debian packages
# into target/targets and leaves the system alone.
#
#   src/targets/qemu.sh FILE.thim...
#
# JAVAS may name other java programs that take part, separated by spaces.
set -eu

count=1000
[ $# -gt 0 ] || { echo "usage: $0 FILE.thim..." >&2; exit 2; }
for file; do
  [ -f "$file" ] || { echo "$0: no such file: $file" >&2; exit 2; }
  set -- "$@" "$(realpath "$file")"
  shift
done

cd "$(dirname "$0")/../.."
out=$PWD/target/targets/qemu
images=$PWD/models/src/main/resources/dev/thimble/models/data/t10k-images-idx3-ubyte.gz
mkdir -p "$out/apt/lists/partial" "$out/apt/cache/archives/partial" "$out/apt/sources" "$out/debs"

# An apt of its own, with the sources of the system but none of its state.
: >"$out/apt/status"
cp /etc/apt/sources.list "$out/apt/" 2>/dev/null || : >"$out/apt/sources.list"
cp /etc/apt/sources.list.d/debian*.sources "$out/apt/sources/" 2>/dev/null || true
cat >"$out/apt/apt.conf" <<EOF
Dir::State "$out/apt";
Dir::State::status "$out/apt/status";
Dir::State::lists "$out/apt/lists";
Dir::Cache "$out/apt/cache";
Dir::Etc::sourcelist "$out/apt/sources.list";
Dir::Etc::sourceparts "$out/apt/sources";
APT::Architecture "amd64";
APT::Architectures { "amd64"; "arm64"; "armhf"; };
APT::Sandbox::User "root";
EOF
APT_CONFIG=$out/apt/apt.conf
export APT_CONFIG

# unpack ROOT PACKAGE...
unpack() {
  root=$1
  shift
  if [ ! -f "$root/done" ]; then
    # A list that cannot be had is ignored: the others may do, and if not, the download says so.
    [ -n "$(ls "$out/apt/lists"/*Packages* 2>/dev/null)" ] || apt-get -qq update || true
    rm -rf "$root" && mkdir -p "$root"
    mkdir -p "$root.debs"
    (cd "$root.debs" && apt-get -qq download "$@")
    for deb in "$root.debs"/*.deb; do
      dpkg -x "$deb" "$root"
    done
    # Links to /etc would lead out of the root.
    find "$root" -type l -lname '/*' | while read -r link; do
      ln -sfn "$root$(readlink "$link")" "$link"
    done
    touch "$root/done"
  fi
}

# arm_packages ARCHITECTURE
arm_packages() {
  for package in openjdk-17-jre-headless libc6 libgcc-s1 libstdc++6 zlib1g; do
    echo "$package:$1"
  done
}

# dump NAME COMMAND...: runs java, keeps what it prints, and says how long it took.
dump() {
  name=$1
  shift
  began=$(date +%s)
  "$@" -cp "$classes" dev.thimble.runtime.ScoreDump $count "$images" $files >"$out/$name.txt"
  echo "$name: $(($(date +%s) - began)) s"
  if ! cmp -s "$out/reference.txt" "$out/$name.txt"; then
    echo "$name differs:" >&2
    diff "$out/reference.txt" "$out/$name.txt" >&2 || true
    exit 1
  fi
}

unpack "$out/qemu" qemu-user-static:amd64
unpack "$out/arm64" $(arm_packages arm64)
unpack "$out/armhf" $(arm_packages armhf)

mvn -q -DskipTests -pl runtime-lite package
jar=$(ls runtime-lite/target/thimble-runtime-lite-*.jar | grep -v -e sources -e javadoc)
classes=$jar:runtime-lite/target/test-classes
files=$*
java -cp "$classes" dev.thimble.runtime.ScoreDump $count "$images" $files >"$out/reference.txt"
cat "$out/reference.txt"

dump x86-64-interpreter java -Xint
dump x86-64-first-compiler java -XX:TieredStopAtLevel=1
dump x86-64-second-compiler java -XX:-TieredCompilation
for java in ${JAVAS:-}; do
  dump "x86-64-$("$java" -version 2>&1 | sed -n 's/.* version "\([0-9]*\).*/jdk-\1/p')" "$java"
done
dump aarch64 "$out/qemu/usr/bin/qemu-aarch64-static" -cpu cortex-a72 -L "$out/arm64" \
  "$out/arm64/usr/lib/jvm/java-17-openjdk-arm64/bin/java"
dump armhf "$out/qemu/usr/bin/qemu-arm-static" -L "$out/armhf" \
  "$out/armhf/usr/lib/jvm/java-17-openjdk-armhf/bin/java"
echo "the same scores everywhere"
