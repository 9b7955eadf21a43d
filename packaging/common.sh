# shellcheck shell=bash
# Functions for the scripts of this folder, which stand in the project's folder when they call them.

# The packages of the given sections of dependencies.txt, one on a line.
listed_packages() {
  local section
  for section in "$@"; do
    sed -n "/^\[$section\]/,/^\[/p" packaging/dependencies.txt | grep -E '^[a-z]'
  done
}

missing_packages() {
  local -a listed
  mapfile -t listed < <(listed_packages "$@" | sort -u)
  comm -23 <(printf '%s\n' "${listed[@]}") \
    <(dpkg-query -W -f='${Package} ${db:Status-Status}\n' "${listed[@]}" 2>/dev/null | sed -n 's/ installed$//p' | sort -u)
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

was_made_here() { grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$PWD" "$1/CMakeCache.txt"; }

# Was the build folder configured here, with these options, and since the presets changed?
is_configured() {
  local folder=$1 option
  shift
  [[ $folder/build.ninja -nt CMakePresets.json ]] && was_made_here "$folder" || return
  for option in "$@"; do
    option=${option#-D}
    [[ $(sed -n "s/^${option%%=*}:[A-Z]*=//p" "$folder/CMakeCache.txt") == "${option#*=}" ]] || return
  done
}

# configure PRESET [-DVARIABLE=VALUE...]: with ccache where there is one, and anew where the build
# folder was made in another place.
configure() {
  local preset=$1 folder=build/$1
  local -a options=("-DCMAKE_CXX_COMPILER_LAUNCHER=$(command -v ccache || true)" "${@:2}")
  is_configured "$folder" "${options[@]}" && return
  if [[ -f $folder/CMakeCache.txt ]] && ! was_made_here "$folder"; then options+=(--fresh); fi
  cmake --preset "$preset" "${options[@]}"
}

# The preset that packages are made from, with the model that they carry.
configure_package() {
  local model
  model=$(bash packaging/first_model.sh) && configure package "-DCANTER_FIRST_MODEL=$model"
}
