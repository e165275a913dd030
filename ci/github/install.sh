#!/usr/bin/env bash
# Installs crp-commission from the action's own checkout into TOOL_FOLDER, apart from the Python of the job.
set -euo pipefail

python="$(command -v python3 || command -v python || true)"
if [[ -z "$python" ]] || ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
  echo "::error title=crp-commission::Python 3.11 or later is needed: add a step with actions/setup-python before this one."
  exit 2
fi
"$python" -m venv "$TOOL_FOLDER"
scripts="$TOOL_FOLDER/bin"
[[ -d "$scripts" ]] || scripts="$TOOL_FOLDER/Scripts" # Windows
"$scripts/python" -m pip install --quiet --disable-pip-version-check "$ACTION_FOLDER"
