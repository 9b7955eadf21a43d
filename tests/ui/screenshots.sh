#!/usr/bin/env bash
# Takes a picture of every page and state, in both themes, two sizes, several languages and at 200 %:
#   tests/ui/screenshots.sh BUILD_FOLDER OUTPUT_FOLDER [SCENARIO...]
set -euo pipefail

build=${1:?build folder, as build/dev} out=${2:?folder for the pictures}
shift 2
preview=$build/bin/canter-preview
translations=$build/app/canter

# scenario:page
shots=(
  first-run:chats conversation:chats versions:chats accelerated:chats blocks:chats
  thinking:chats thinking-runs:chats
  right-to-left:chats files:chats too-long:chats hit:chats palette:chats keys:chats
  folders:chats left-out:chats edited:chats
  chat-settings:chats search:chats search-empty:chats opening:chats model-error:chats trash:chats
  tuning:chats tuning-run:chats tuning-done:chats
  compare:compare compare-running:compare compare-done:compare compare-different:compare
  compare-slower:compare
  compare-set:compare compare-no-adapter:compare
  models:models models-empty:models models-many:models
  address:models elsewhere:chats elsewhere:models
  get:get get-found:get downloads:models downloads-get:get
  conversation:settings served:settings trash-page:trash
  newcomer:film
)
if (($#)); then
  wanted=("$@")
  selected=()
  for shot in "${shots[@]}"; do
    for name in "${wanted[@]}"; do [[ ${shot%:*} == "$name" ]] && selected+=("$shot"); done
  done
  shots=("${selected[@]}")
fi

run=()
if [[ -z ${DISPLAY:-} ]]; then
  if command -v xvfb-run >/dev/null; then
    run=(xvfb-run -a -s "-screen 0 1400x1000x24")
  else
    export QT_QPA_PLATFORM=offscreen
  fi
fi
export QT_QUICK_BACKEND=software LC_ALL=C.UTF-8 XDG_RUNTIME_DIR=${XDG_RUNTIME_DIR:-$(mktemp -d)}

take() {  # scenario page theme size language [text-scale]
  local scale=${6:-1} file=$out/$1-$2-$3-$4-$5${6:+-x$6}.png
  "${run[@]}" "$preview" --scenario "$1" --page "$2" --theme "$3" --size "$4" --lang "$5" \
    --text-scale "$scale" --translations "$translations" --after 2500 --grab "$file"
  echo "$file"
}

# From no model to a chat, with a hub on loopback; CANTER_TEST_SMOLLM2 names the model that comes.
film() {  # theme size language
  local pictures=$out/newcomer-$1-$2-$3
  "${run[@]}" "$build/bin/canter-newcomer" --theme "$1" --size "$2" --lang "$3" \
    --translations "$translations" --pictures "$pictures" \
    ${CANTER_TEST_SMOLLM2:+--model "$CANTER_TEST_SMOLLM2"}
  ls "$pictures"-*.png
}

mkdir -p "$out"
for shot in "${shots[@]}"; do
  scenario=${shot%:*} page=${shot#*:}
  if [[ $page == film ]]; then
    for theme in light dark; do film "$theme" 1280x800 en; done
    film light 800x600 en
    for language in zh_CN ar; do film light 1280x800 "$language"; done
    continue
  fi
  for theme in light dark; do
    for size in 1280x800 800x600; do take "$scenario" "$page" "$theme" "$size" en; done
  done
  for language in zh_CN ar; do take "$scenario" "$page" light 1280x800 "$language"; done
  take "$scenario" "$page" light 1280x800 en 2
done
