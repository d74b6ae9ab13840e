# Sourced: gets the programs some tests need where it may; says which tests will be skipped where it may not.
pulse_missing_tools() {
  command -v chromium >/dev/null 2>&1 || command -v chromium-browser >/dev/null 2>&1 || command -v google-chrome >/dev/null 2>&1 || printf 'chromium '
  PATH="$PATH:/usr/sbin" command -v pgbouncer >/dev/null 2>&1 || printf 'pgbouncer '
  command -v shellcheck >/dev/null 2>&1 || printf 'shellcheck '
  command -v gh >/dev/null 2>&1 || printf 'gh '
  python3 -c 'import yaml' 2>/dev/null || /usr/bin/python3 -c 'import yaml' 2>/dev/null || printf 'python3-yaml '
}

missing=$(pulse_missing_tools)
if [ -n "$missing" ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  mkdir -p target
  echo "Installing ${missing}(log in target/install.log) ..."
  # shellcheck disable=SC2086
  { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing; } >target/install.log 2>&1 || true
  missing=$(pulse_missing_tools)
fi
[ -z "$missing" ] || echo "Not on this machine and not to be had here: ${missing}- the tests that need it are skipped. As root: apt-get install $missing"
