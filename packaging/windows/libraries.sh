#!/usr/bin/env bash
# Cross-compiles, from Debian's source packages, the libraries that Canter's core needs on Windows
# and that Debian has no Windows packages of. They land in build/windows-libraries; what is there
# already is not built again. Takes about 20 minutes.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
# shellcheck source=packaging/common.sh
. packaging/common.sh
prefix=$PWD/build/windows-libraries
sources=$prefix/src
toolchain=$PWD/packaging/windows/mingw.cmake
compiler=x86_64-w64-mingw32-gcc-posix
mkdir -p "$sources" "$prefix/lib/pkgconfig" "$prefix/include"

apt_sources() {
  mkdir -p "$sources/lists"
  echo "deb-src $(debian_mirror) bookworm main" >"$sources/list"
  apt-get -q -o Dir::Etc::sourcelist="$sources/list" -o Dir::Etc::sourceparts=/dev/null \
    -o Dir::State::lists="$sources/lists" "$@"
}

# unpack PACKAGE [OPTION]: its source, in $sources/PACKAGE.
unpack() {
  [[ -s $sources/list ]] || apt_sources update
  (cd "$sources" && apt_sources source --download-only "$1" && dpkg-source "${@:2}" -x "$1"_*.dsc "$1")
}

# with_cmake PACKAGE [OPTIONS...]
with_cmake() {
  local package=$1
  shift
  cmake -G Ninja -S "$sources/$package" -B "$sources/$package/build-windows" \
    -DCMAKE_TOOLCHAIN_FILE="$toolchain" -DCMAKE_INSTALL_PREFIX="$prefix" -DCMAKE_INSTALL_LIBDIR=lib \
    -DCMAKE_BUILD_TYPE=Release -DBUILD_SHARED_LIBS=OFF "$@" &&
    cmake --build "$sources/$package/build-windows" &&
    cmake --install "$sources/$package/build-windows"
}

# describe NAME VERSION LINKER_FLAGS: for pkg-config.
describe() {
  printf 'Name: %s\nDescription: %s\nVersion: %s\nCflags: -I%s/include\nLibs: -L%s/lib %s\n' \
    "$1" "$1" "$2" "$prefix" "$prefix" "$3" >"$prefix/lib/pkgconfig/$1.pc"
}

# Headers without compiled code are the host's.
build_headers() {
  local package file
  for package in libexpected-dev nlohmann-json3-dev libcli11-dev; do
    dpkg -L "$package" | grep -E '^/usr/(include|share/cmake|lib/cmake)/.*\.[a-z]+$' | while read -r file; do
      install -Dm644 "$file" "$prefix/${file#/usr/}"
    done
  done
}

build_fmtlib() {
  unpack fmtlib &&
    with_cmake fmtlib -DFMT_TEST=OFF -DFMT_DOC=OFF
}

build_spdlog() {
  unpack spdlog &&
    with_cmake spdlog -DSPDLOG_FMT_EXTERNAL=ON -DSPDLOG_BUILD_EXAMPLE=OFF
}

# With the SQLite that it brings along.
build_sqlitecpp() {
  unpack sqlitecpp &&
    with_cmake sqlitecpp -DSQLITECPP_INTERNAL_SQLITE=ON -DSQLITECPP_RUN_CPPLINT=OFF \
    -DSQLITECPP_USE_STACK_PROTECTION=OFF -DCMAKE_C_FLAGS=-DSQLITE_ENABLE_FTS5
}

# With the protobuf that it brings along, and without the patch that leaves out static libraries.
build_sentencepiece() {
  unpack sentencepiece --skip-patches &&
    with_cmake sentencepiece -DSPM_ENABLE_SHARED=OFF -DSPM_USE_BUILTIN_PROTOBUF=ON -DSPM_ENABLE_TCMALLOC=OFF
}

build_pcre2() {
  unpack pcre2 &&
    with_cmake pcre2 -DPCRE2_SUPPORT_JIT=ON -DPCRE2_BUILD_{TESTS,PCRE2GREP}=OFF \
    -DPCRE2_SUPPORT_{LIBZ,LIBBZ2,LIBREADLINE,LIBEDIT}=OFF &&
    describe libpcre2-8 10.42 -lpcre2-8 &&
    sed -i 's/^Cflags: .*/& -DPCRE2_STATIC/' "$prefix/lib/pkgconfig/libpcre2-8.pc"
}

build_utf8proc() {
  unpack utf8proc &&
    with_cmake utf8proc -DUTF8PROC_ENABLE_TESTING=OFF &&
    describe libutf8proc 2.8 -lutf8proc &&
    sed -i 's/^Cflags: .*/& -DUTF8PROC_STATIC/' "$prefix/lib/pkgconfig/libutf8proc.pc"
}

build_libzip() {
  unpack libzip &&
    with_cmake libzip -DENABLE_{COMMONCRYPTO,GNUTLS,MBEDTLS,OPENSSL,WINDOWS_CRYPTO,BZIP2,LZMA}=OFF \
    -DBUILD_{TOOLS,REGRESS,EXAMPLES,DOC}=OFF &&
    sed -i 's/^Libs: .*/& -lz/' "$prefix/lib/pkgconfig/libzip.pc"  # linked statically
}

# Without what encrypts and compresses; its header alone is enough then.
build_httplib() {
  unpack cpp-httplib &&
    cp "$sources/cpp-httplib/httplib.h" "$prefix/include/" &&
    describe cpp-httplib 0.11.4 "-lws2_32 -lcrypt32"
}

build_openssl() {
  unpack openssl &&
    (cd "$sources/openssl" &&
      ./Configure mingw64 no-shared no-tests --cross-compile-prefix=x86_64-w64-mingw32- \
        --prefix="$prefix" --libdir=lib &&
      make -s -j2 build_libs && make -s install_dev)
}

# With the system's own encryption and certificates.
build_curl() {
  unpack curl &&
    with_cmake curl -DBUILD_CURL_EXE=OFF -DBUILD_TESTING=OFF -DHTTP_ONLY=ON -DCURL_USE_SCHANNEL=ON \
      -DCURL_USE_LIBSSH2=OFF -DUSE_LIBIDN2=OFF -DUSE_NGHTTP2=OFF -DCURL_ZLIB=OFF
}

build_xxhash() {
  unpack xxhash &&
    make -C "$sources/xxhash" CC="$compiler" AR=x86_64-w64-mingw32-ar libxxhash.a &&
    cp "$sources/xxhash/libxxhash.a" "$prefix/lib/" &&
    cp "$sources/xxhash"/xxh*.h "$prefix/include/" &&
    describe libxxhash 0.8 -lxxhash
}

# For the oldest processors: it is tried here, not shipped.
build_openblas() {
  unpack openblas || return
  local -a options=(CC="$compiler" HOSTCC=gcc AR=x86_64-w64-mingw32-ar TARGET=CORE2 BINARY=64
    NOFORTRAN=1 NO_LAPACK=1 NO_SHARED=1 ONLY_CBLAS=1 CROSS=1)
  make -C "$sources/openblas" "${options[@]}" -j2 libs netlib &&
    make -C "$sources/openblas" "${options[@]}" PREFIX="$prefix" install
}

for library in headers fmtlib spdlog sqlitecpp sentencepiece pcre2 utf8proc libzip httplib openssl curl xxhash openblas; do
  [[ -e $prefix/$library.built ]] && continue
  echo "== $library"
  rm -rf "${sources:?}/$library"
  "build_$library" >"$sources/$library.log" 2>&1 || {
    tail -n 30 "$sources/$library.log"
    exit 1
  }
  touch "$prefix/$library.built"
done
