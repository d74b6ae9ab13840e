# Sourced: sets JAVA_HOME to a JDK of 21 or newer, 25 preferred, or says what to install.
pulse_java_major() {
  "$1/bin/java" -version 2>&1 | sed -n 's/.*version "\([0-9]*\).*/\1/p' | head -n 1
}

pulse_find_jdk() {
  best= best_major=0
  for home in "${JAVA_HOME:-}" /usr/lib/jvm/* /opt/java/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.asdf/installs/java/* \
    "$HOME"/.jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home "$(dirname "$(dirname "$(readlink -f "$(command -v javac || echo /none/none)")")")"; do
    [ -n "$home" ] && [ -x "$home/bin/javac" ] || continue
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

pulse_find_maven() {
  if ! command -v mvn >/dev/null 2>&1; then
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
      apt-get update -qq && apt-get install -y -qq --no-install-recommends maven >/dev/null
    fi
    command -v mvn >/dev/null 2>&1 || {
      echo "Pulse-Hub needs Maven 3.8.7 or newer and found none. Install it, for example: apt-get install maven" >&2
      exit 1
    }
  fi
}

pulse_find_jdk
pulse_find_maven
