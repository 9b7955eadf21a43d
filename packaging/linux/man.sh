#!/usr/bin/env bash
# Writes the manual page of a program: its options as the program's own help has them, in front of
# the text of a file:
#   packaging/linux/man.sh PROGRAM TEXT.roff VERSION > PROGRAM.1
set -euo pipefail
export LC_ALL=C.UTF-8
program=$1 text=$2 version=$3
name=$(basename "$program")

# Lines of help as roff: indented words are options, what is indented more explains them.
as_options() {
  awk '
    function roff(line) { gsub(/\\/, "\\e", line); gsub(/-/, "\\-", line); return line }
    /^(Options|Positionals|Subcommands):$/ { listing = 1; next }
    /^[^ ]/ { listing = 0; next }
    !listing || /^ *$/ || /-h,--help/ { next }
    /^  [^ ]/ {
      option = substr($0, 3)
      said = ""
      if (match(option, /   */)) { said = substr(option, RSTART + RLENGTH); option = substr(option, 1, RSTART - 1) }
      print ".TP\n\\fB" roff(option) "\\fR"
      if (said != "") print roff(said)
      next
    }
    { sub(/^ */, ""); print roff($0) }'
}

commands_of() {
  sed -n '/^Subcommands:/,/^$/s/^  \([a-z-]*\) .*/\1/p' <<<"$1"
}

# describe COMMAND...: a command, or those below it.
describe() {
  local help below
  help=$("$program" "$@" --help)
  below=$(commands_of "$help")
  if [[ -n $below ]]; then
    local each
    for each in $below; do describe "$@" "$each"; done
    return
  fi
  printf '.SS %s\n%s\n' "${*//-/\\-}" "$(head -n 1 <<<"$help")"
  as_options <<<"$help"
}

help=$("$program" --help)
summary=$(head -n 1 <<<"$help")
printf '.TH %s 1 "" "Canter %s" "User Commands"\n' "${name^^}" "$version"
printf '.SH NAME\n%s \\- %s\n' "${name//-/\\-}" "${summary,}"
printf '.SH SYNOPSIS\n.B %s\n' "${name//-/\\-}"
if [[ -n $(commands_of "$help") ]]; then printf '[\\fIoptions\\fR] \\fIcommand\\fR [\\fIarguments\\fR]\n'; else printf '[\\fIoptions\\fR] [\\fImodel\\fR]\n'; fi
printf '.SH OPTIONS\n'
sed '/^Subcommands:/,/^$/d' <<<"$help" | as_options
if [[ -n $(commands_of "$help") ]]; then
  printf '.SH COMMANDS\n'
  for each in $(commands_of "$help"); do describe "$each"; done
fi
cat "$text"
