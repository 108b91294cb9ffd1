# shellcheck shell=sh
# Sourced by the scripts in packaging/, with $root set: what the machine must have, and how it is had. Messages go to the error stream.

# shellcheck source=packaging/src/main/launcher/lib/find-java.sh
. "${root:?}/packaging/src/main/launcher/lib/find-java.sh"

say() {
  printf '%s\n' "$@" >&2
}

stop() {
  say "$@"
  exit 2
}

# install_packages WHY PACKAGE...: on Debian and its kin through apt-get; elsewhere the names must do.
install_packages() {
  why=$1
  shift
  if ! command -v apt-get > /dev/null; then
    stop "Missing: $why." "Install what this system calls $* and start again."
  fi
  if [ "$(id -u)" = 0 ]; then
    as_root=
  elif command -v sudo > /dev/null; then
    as_root=sudo
  else
    stop "Missing: $why." "Install it as root and start again:  apt-get install --no-install-recommends $*"
  fi
  say "Missing: $why. Installing with ${as_root:+$as_root }apt-get: $*"
  $as_root apt-get -q update >&2 || say "The package lists could not be renewed; trying with the old ones."
  $as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -y install --no-install-recommends "$@" < /dev/null >&2 ||
    stop "apt-get could not install $*. See its messages above."
}

# need_libraries WHY LIBRARY=PACKAGE...: shared libraries are looked up by file, since package names differ between releases.
need_libraries() {
  [ "$(uname -s)" = Linux ] || return 0
  why=$1
  shift
  known=$(PATH=$PATH:/usr/sbin:/sbin ldconfig -p 2> /dev/null) || known=
  packages=
  for library; do
    case $known in
      *"${library%=*} "*) ;;
      *) packages="$packages ${library#*=}" ;;
    esac
  done
  # Package names hold no blanks.
  # shellcheck disable=SC2086
  [ -z "$packages" ] || install_packages "$why" $packages
}

# need_build_tools: Maven, and a JDK 25 in JAVA_HOME (Maven itself and the formatter run on it too).
need_build_tools() {
  if ! find_java_25 javac; then
    if apt-cache show openjdk-25-jdk-headless 2> /dev/null | grep -q .; then
      install_packages "a Java development kit 25, which builds and runs Bobbin" openjdk-25-jdk-headless
    fi
    find_java_25 javac || stop "A Java development kit (JDK) 25 was not found, and this system's packages offer none." \
      "Install one, for example Eclipse Temurin 25 (https://adoptium.net), and set JAVA_HOME to its folder or put it" \
      "into a place that is searched: $java_25_places."
  fi
  export JAVA_HOME="$java_home"
  command -v mvn > /dev/null || install_packages "Apache Maven, which builds Bobbin" maven
}

need_test_libraries() {
  need_libraries "text layout for windows without a display, which the tests use" libpangoft2-1.0.so.0=libpangoft2-1.0-0
}

# want_python_libraries: pandas in the system's Python, for the tests of the engine on the user's own Python. Those tests are left
# out without it, so what cannot be installed is told and no reason to stop.
want_python_libraries() {
  [ -x /usr/bin/python3 ] && command -v apt-get > /dev/null || return 0
  /usr/bin/python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2> /dev/null || return 0
  /usr/bin/python3 -c 'import numpy, pandas' 2> /dev/null && return 0
  if [ "$(id -u)" != 0 ] && ! sudo -n true 2> /dev/null; then
    say "The tests of data frames are left out: python3-pandas is not installed."
    return 0
  fi
  (install_packages "pandas, which the tests of data frames use" python3-pandas python3-numpy) ||
    say "The tests of data frames are left out."
}

need_window_libraries() {
  need_libraries "what Java needs to show a window" libgtk-3.so.0=libgtk-3-0 libXtst.so.6=libxtst6
}

# program: where the built program lies; built: a file as old as the newest source that went into it.
program=$root/packaging/target/bobbin
built=$root/packaging/target/built

# starting_build, build_succeeded: around every build, so that an edit made during it counts as newer.
starting_build() {
  mkdir -p "$root/packaging/target"
  : > "$built.new"
}

build_succeeded() {
  # "clean" may have swept the file away; then the next start builds again.
  [ ! -f "$built.new" ] || mv "$built.new" "$built"
}

is_built() {
  [ -f "$built" ] && [ -x "$program/bin/bobbin" ] && [ -z "$(find "$root/pom.xml" "$root/LICENSE" "$root"/*/pom.xml "$root"/*/src \
    -newer "$built" -print 2> /dev/null | head -n 1)" ]
}

build_if_needed() {
  is_built && return 0
  need_build_tools
  say "Building Bobbin (the first time this takes some minutes and fetches about 300 MB) ..."
  starting_build
  (cd "$root" && mvn -q -B -T1 -Dmaven.test.skip=true -pl packaging -am package < /dev/null >&2) ||
    stop "The build failed. See its messages above."
  build_succeeded
}

# make_caches_if_needed: Bobbin starts without them as well, only later.
make_caches_if_needed() {
  # The file "made" holds the folder they were made for.
  made=$program/aot/made
  if [ -f "$made" ] && [ "$(cat "$made")" = "$program" ] && [ -z "$(find "$program/lib" -newer "$made" -print | head -n 1)" ]; then
    return 0
  fi
  find_java_25 || return 0
  say "Preparing for quick starts (once after a build, about a minute) ..."
  "$java_home/bin/java" -cp "$program/lib/bobbin.jar" dev.bobbin.packaging.Caches "$program" < /dev/null >&2 ||
    say "That did not work; Bobbin starts all the same, only more slowly."
}
