# shellcheck shell=bash
# Functions for run.sh and test.sh, which stand in the project's folder when they call them.

# The packages of the given sections of dependencies.txt, one on a line.
listed_packages() {
  local section
  for section in "$@"; do
    sed -n "/^\[$section\]/,/^\[/p" packaging/dependencies.txt | grep -E '^[a-z]'
  done
}

missing_packages() {
  local package
  listed_packages "$@" | while read -r package; do
    if [[ "$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null)" != installed ]]; then
      echo "$package"
    fi
  done
}

# Installs what the given sections need and the machine lacks. Asks nothing.
install_packages() {
  if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
    echo "No apt-get here: the packages of packaging/dependencies.txt are taken as installed." >&2
    return
  fi
  local -a missing as_root=()
  mapfile -t missing < <(missing_packages "$@")
  ((${#missing[@]})) || return 0
  if ((EUID != 0)); then
    if ! command -v sudo >/dev/null; then
      echo "These packages are missing and there is no sudo; as root: apt-get install ${missing[*]}" >&2
      return 1
    fi
    as_root=(sudo)
  fi
  local -a apt=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -y
    -o DPkg::Lock::Timeout=600 -o Acquire::Retries=3)
  "${apt[@]}" update
  "${apt[@]}" install --no-install-recommends "${missing[@]}"
}

# Where this machine has its packages from.
debian_mirror() {
  # shellcheck disable=SC2016
  apt-get indextargets --format '$(SITE)' 'Created-By: Packages' | grep -v security | head -n 1
}

# configure PRESET [CMAKE OPTIONS...]: with ccache where there is one, and anew where the build
# folder was made in another place.
configure() {
  local preset=$1 cache="build/$1/CMakeCache.txt"
  shift
  local -a options=("-DCMAKE_CXX_COMPILER_LAUNCHER=$(command -v ccache || true)")
  if [[ -f $cache ]] && ! grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$PWD" "$cache"; then
    options+=(--fresh)
  fi
  cmake --preset "$preset" "${options[@]}" "$@"
}
