#!/bin/sh
# Copyright 2026 The Thimble Authors
# SPDX-License-Identifier: Apache-2.0
#
# Compiles runtime-lite for Android with D8 and R8 at API level 21 and prints the sizes. D8 gets no
# desugared library: it must do without. Needs a JDK and Maven, which fetches the compilers.
#
#   src/targets/dex.sh
set -eu

r8_version=9.5.28
dependency_plugin=org.apache.maven.plugins:maven-dependency-plugin:3.9.0

cd "$(dirname "$0")/../.."
out=$PWD/target/targets/dex
mkdir -p "$out"

mvn -q -DskipTests -pl runtime-lite package
mvn -q -N "$dependency_plugin:copy" "-Dartifact=com.android.tools:r8:$r8_version" \
  "-DoutputDirectory=$out"
jar=$(ls runtime-lite/target/thimble-runtime-lite-*.jar | grep -v -e sources -e javadoc)
java_home=$(java -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.home = //p')

# compile CLASS NAME [OPTION...]: fails on a warning too, since each one would be a missing API.
compile() {
  class=$1
  name=$2
  shift 2
  java -cp "$out/r8-$r8_version.jar" "com.android.tools.r8.$class" --release --min-api 21 \
    --lib "$java_home" "$@" --output "$out/$name.zip" "$jar" 2>"$out/$name.txt" ||
    { cat "$out/$name.txt" >&2; exit 1; }
  if [ -s "$out/$name.txt" ]; then
    cat "$out/$name.txt" >&2
    exit 1
  fi
}

# size WHAT FILE
size() {
  printf '%-52s %7d bytes\n' "$1" "$(wc -c <"$2")"
}

compile D8 d8
compile R8 r8-library --pg-conf src/targets/keep-library.pro
compile R8 r8-app --pg-conf src/targets/keep-app.pro
size "jar" "$jar"
size "dex, everything (D8), zipped" "$out/d8.zip"
size "dex, all of the API kept (R8), zipped" "$out/r8-library.zip"
size "dex, load and classify kept (R8), zipped" "$out/r8-app.zip"
