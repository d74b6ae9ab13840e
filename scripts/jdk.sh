# Sourced: sets JAVA_HOME to a JDK of 21 or newer, 25 preferred, and finds Maven, or says what to install.
pulse_java_major() {
  "$1/bin/java" -version 2>&1 | sed -n 's/.*version "\([0-9]*\).*/\1/p' | head -n 1
}

pulse_find_jdk() {
  best= best_major=0
  on_path=$(command -v javac 2>/dev/null || true)
  [ -z "$on_path" ] || on_path=$(dirname "$(dirname "$(readlink -f "$on_path")")")
  for home in ${JAVA_HOME:+"$JAVA_HOME"} ${PULSE_JDK_PLACES:-/usr/lib/jvm/* /opt/java/* /opt/jdk* \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.asdf/installs/java/* "$HOME"/.jdks/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home} $on_path; do
    [ -x "$home/bin/javac" ] || continue
    major=$(pulse_java_major "$home")
    [ -n "$major" ] && [ "$major" -ge 21 ] || continue
    [ "$major" -eq 25 ] && { best=$home; break; }
    [ "$major" -gt "$best_major" ] && { best=$home best_major=$major; }
  done
  if [ -z "$best" ]; then
    echo "Pulse-Hub needs a JDK of 21 or newer (25 is preferred) and found none." >&2
    echo "Install one, for example: apt-get install temurin-25-jdk, or set JAVA_HOME to where it is." >&2
    exit 1
  fi
  JAVA_HOME=$best
  export JAVA_HOME
}

pulse_maven_is_good() {
  command -v mvn >/dev/null 2>&1 || return 1
  # shellcheck disable=SC2046
  set -- $(mvn -v 2>/dev/null | sed -n 's/.*Apache Maven \([0-9]*\)\.\([0-9]*\)\.\([0-9]*\).*/\1 \2 \3/p' | head -n 1)
  [ $# -eq 3 ] && [ $(($1 * 10000 + $2 * 100 + $3)) -ge 30807 ]
}

pulse_find_maven() {
  pulse_maven_is_good && return
  if ! command -v mvn >/dev/null 2>&1 && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "Installing Maven ..." >&2
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends maven; } >/dev/null 2>&1 || true
  fi
  pulse_maven_is_good || {
    echo "Pulse-Hub needs Maven 3.8.7 or newer and found $(command -v mvn >/dev/null 2>&1 && mvn -v 2>/dev/null | head -n 1 || echo none)." >&2
    echo "Install it, for example: apt-get install maven" >&2
    exit 1
  }
}

pulse_find_jdk
pulse_find_maven
