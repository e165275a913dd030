#!/usr/bin/env bash
# Checks the papers: annotations into the log, the summary of the job, the reports that were asked for, the exit code of
# the tool. All that it is told comes in variables named INPUT_*.
set -euo pipefail

scripts="$TOOL_FOLDER/bin"
[[ -d "$scripts" ]] || scripts="$TOOL_FOLDER/Scripts" # Windows
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT

options=(--quiet --no-progress --color never)
paths=()
# The lines of a text without the spaces around them; empty ones are left out.
lines() {
  local line
  while IFS= read -r line; do
    line="${line%$'\r'}"
    line="${line#"${line%%[![:space:]]*}"}"
    line="${line%"${line##*[![:space:]]}"}"
    [[ -z "$line" ]] || printf '%s\n' "$line"
  done <<<"$1"
}
# An option, unless its value is empty.
option() { [[ -z "$2" ]] || options+=("$1=$2"); }
# A format and the file that it goes to.
report() { options+=("--format=$1" "--output=$2"); }

while IFS= read -r line; do paths+=("$line"); done < <(lines "$INPUT_PATHS")
while IFS= read -r line; do options+=("--ruleset=$line"); done < <(lines "$INPUT_RULESET")
option --fail-on "$INPUT_FAIL_ON"
option --fail-under "$INPUT_FAIL_UNDER"
option --profile "$INPUT_PROFILE"
option --config "$INPUT_CONFIG"
# Waivers and answers hold only against a day, and the tool never looks at the clock itself.
option --date "${INPUT_DATE:-${CRP_DATE:-$(date -u +%F)}}"
if [[ "$INPUT_STRICT" == true ]]; then options+=(--strict); fi

report github -
report github-summary "$work/summary.md"
report json "${INPUT_RESULT:=crp-commission.json}"
report sarif "${INPUT_SARIF:=crp-commission.sarif}"
while IFS= read -r line; do
  if [[ "$line" != *?=?* ]]; then
    echo "::error title=crp-commission::Each line of 'formats' is FORMAT=FILE, such as html=report.html."
    exit 2
  fi
  report "${line%%=*}" "${line#*=}"
done < <(lines "$INPUT_FORMATS")

code=0
"$scripts/crp-commission" check "${options[@]}" -- ${paths[@]+"${paths[@]}"} >"$work/out" 2>"$work/err" || code=$?
cat "$work/out"
# Messages repeat names of files; indented and without GitHub's marks, no name is taken for a command to the runner.
sed -e 's/##\[/## [/g' -e 's/^/crp-commission: /' "$work/err" >&2

{
  echo "exit-code=$code"
  if [[ -f "$work/summary.md" ]]; then
    cat "$work/summary.md" >>"$GITHUB_STEP_SUMMARY"
    "$scripts/python" -I -c '
import json, sys
result = json.load(open(sys.argv[1], encoding="utf-8"))
gate, score = result["gate"], result["score"]
print("gate=" + ("none" if not gate["set"] else "passed" if gate["passed"] else "failed"))
print("band=" + (score["band"] or "none"))
for end in ("low", "high"):
    print(f"score-{end}=" + ("" if score[end] is None else str(score[end])))
' "$INPUT_RESULT"
    printf '%s=%s\n' result "${INPUT_RESULT//[$'\r\n']/}" sarif "${INPUT_SARIF//[$'\r\n']/}"
  fi
} >>"$GITHUB_OUTPUT"

if ((code > 1)); then
  echo "::error title=crp-commission::The check ended with exit code $code: the lines above say why and what to do."
fi
exit "$code"
