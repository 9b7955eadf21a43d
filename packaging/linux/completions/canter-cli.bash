# Completion of canter-cli for bash. What there is to complete, the program's help says.
_canter_cli() {
  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} help
  local -a command=()
  local each
  for each in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    if [[ $each == [a-z]* ]] && canter-cli "${command[@]}" "$each" --help >/dev/null 2>&1; then
      command+=("$each")
      [[ $each == db ]] || break
    fi
  done
  help=$(canter-cli "${command[@]}" --help 2>/dev/null)
  if [[ $before == --model ]]; then
    mapfile -t COMPREPLY < <(compgen -f -W 'smollm2 starter' -- "$word")
    compopt -o filenames
  elif [[ $word == -* ]]; then
    mapfile -t COMPREPLY < <(compgen -W "$(grep -oE -- '--[a-z][a-z-]*' <<<"$help" | sort -u)" -- "$word")
  elif ((${#command[@]} == 0)) || [[ ${command[*]} == db ]]; then
    mapfile -t COMPREPLY < <(compgen -W "$(sed -n '/^Subcommands:/,/^$/s/^  \([a-z-]*\) .*/\1/p' <<<"$help")" -- "$word")
  else
    mapfile -t COMPREPLY < <(compgen -f -- "$word")
    compopt -o filenames
  fi
}
complete -F _canter_cli canter-cli
