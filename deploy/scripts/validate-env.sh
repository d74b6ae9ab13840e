#!/usr/bin/env bash
# Checks a service's variables against the product's catalogue before anything is deployed with them.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
catalogue=$here/../variables.tsv

usage() {
  cat <<'HELP'
Usage: validate-env.sh SERVICE [FILE]   SERVICE is web, mcp or superset; FILE is deploy/SERVICE.env by default,
                                        - means this process's environment
       validate-env.sh                  all three files, and that what they share is the same
Ends with 1 when something is wrong; every problem is one line. Values of secrets are never printed.
HELP
}

problems=0
problem() {
  echo "$1" >&2
  problems=$((problems + 1))
}

# The value of a name in the file; nothing when it is not set. The last line wins, quotes around it are dropped.
value_of() {
  local name=$1 line
  if [ "$file" = - ]; then
    line=${!name-}
  else
    line=$(sed -n "s/^[[:space:]]*$name=//p" "$file" | tail -n 1)
  fi
  line=${line%$'\r'}
  case $line in \"*\" | \'*\') line=${line:1:${#line}-2} ;; esac
  printf '%s' "$line"
}

is_placeholder() {
  local low
  low=$(printf '%s' "$1" | tr '[:upper:]' '[:lower:]')
  case $low in *'<'*'>'* | *xxxx* | todo* | *changeme* | *change-me*) return 0 ;; *) return 1 ;; esac
}

is_needed() {
  case $1 in
    always | deployed) return 0 ;;
    unless_single_user) [ "$single_user" != true ] ;;
    in_single_user) [ "$single_user" = true ] ;;
    *) return 1 ;;
  esac
}

check_variable() {
  local name=$1 alias=$2 needed=$3 secret=$4 expression=$5 words=$6 value other=''
  value=$(value_of "$name")
  [ "$alias" = - ] || other=$(value_of "$alias")
  if [ -n "$value" ] && [ -n "$other" ] && [ "$value" != "$other" ]; then
    problem "$label: $name and $alias say different things; leave out $alias"
  fi
  value=${value:-$other}
  if [ -z "$value" ]; then
    if is_needed "$needed"; then problem "$label: $name is missing; it must be $words"; fi
  elif is_placeholder "$value"; then
    problem "$label: $name still holds a placeholder; it must be $words"
  elif ! [[ $value =~ ^($expression)$ ]]; then
    if [ "$secret" = secret ]; then value="${#value} characters of something else"; else value="\"$value\""; fi
    problem "$label: $name is $value; it must be $words"
  fi
}

# Names that nobody reads are misspelt or belong elsewhere.
check_names() {
  local known name
  known=$(awk -F '\t' -v service="$service" '
    NR > 1 && ("," $3 ",") ~ ("," service ",") { print $1; if ($2 != "-") print $2 }' "$catalogue")
  # shellcheck disable=SC2013 # names hold no blanks
  for name in $(sed -n 's/^[[:space:]]*\([A-Za-z_][A-Za-z0-9_]*\)=.*/\1/p' "$file" | sort -u); do
    grep -qx "$name" <<<"$known" || problem "$label: $name is not a variable of $service; is it misspelt?"
  done
}

check_service() {
  service=$1 file=$2 label=$1
  if [ "$file" != - ]; then
    label=$(basename "$file")
    if [ ! -r "$file" ]; then
      problem "$label: there is no such file; copy deploy/$service.env.example to it and fill it in"
      return
    fi
    check_names
  fi
  single_user=$(value_of PULSEHUB_SINGLE_USER)
  shopt -s nocasematch
  local name alias readers needed secret expression words
  while IFS=$'\t' read -r name alias readers needed secret expression words; do
    case ",$readers," in *",$service,"*) check_variable "$name" "$alias" "$needed" "$secret" "$expression" "$words" ;; esac
  done < <(tail -n +2 "$catalogue")
  shopt -u nocasematch
}

# What two services must know alike.
check_shared() {
  local name=$1 one=$2 two=$3 first
  [ -r "$one" ] && [ -r "$two" ] || return 0
  file=$one
  first=$(value_of "$name")
  file=$two
  [ "$first" = "$(value_of "$name")" ] || problem "$name differs between $(basename "$one") and $(basename "$two")"
}

case "${1:-}" in
  -h | --help) usage && exit 0 ;;
  web | mcp | superset) check_service "$1" "${2:-$here/../$1.env}" ;;
  '')
    for one in web mcp superset; do check_service "$one" "$here/../$one.env"; done
    check_shared AUTH_SECRET "$here/../web.env" "$here/../mcp.env"
    check_shared SUPERSET_GUEST_TOKEN_SECRET "$here/../web.env" "$here/../superset.env"
    ;;
  *) usage >&2 && exit 2 ;;
esac

if [ "$problems" -gt 0 ]; then
  echo "$problems problem$([ "$problems" -eq 1 ] || echo s). What each variable means: docs/configuration.md" >&2
  exit 1
fi
echo "${1:-web, mcp and superset}: complete and well formed."
