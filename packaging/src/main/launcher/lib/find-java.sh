# shellcheck shell=sh disable=SC2034
# Sourced by the launcher and by the scripts in packaging/: where Java 25 is found. Starts no JVM, prints nothing.

# is_java_25 FOLDER: a Java installation says its version in its file "release".
is_java_25() {
  [ -x "$1/bin/java" ] && [ -r "$1/release" ] || return 1
  while IFS= read -r release_line || [ -n "$release_line" ]; do
    case $release_line in
      JAVA_VERSION=\"25\"* | JAVA_VERSION=\"25.*) return 0 ;;
    esac
  done < "$1/release"
  return 1
}

# java_25_places: where to look after BOBBIN_JAVA and JAVA_HOME, for messages.
java_25_places='/usr/lib/jvm/*25*, /opt/*25*, /Library/Java/JavaVirtualMachines, ~/.sdkman/candidates/java, ~/.jdks and the PATH'

# find_java_25 [NAME]: sets java_home to the first Java 25 found that has bin/NAME (default: java); fails when there is none.
find_java_25() {
  for java_home in "${JAVA_HOME:-}" /usr/lib/jvm/*25* /opt/*25* /Library/Java/JavaVirtualMachines/*25*/Contents/Home \
    "${HOME:-}"/.sdkman/candidates/java/25* "${HOME:-}"/.jdks/*25* "$(java_home_on_path)"; do
    is_java_25 "$java_home" && [ -x "$java_home/bin/${1:-java}" ] && return 0
  done
  java_home=
  return 1
}

# java_home_on_path: the installation that the command "java" leads to, through its links.
java_home_on_path() {
  path_java=$(command -v java) || return 0
  while [ -L "$path_java" ]; do
    link=$(readlink "$path_java")
    case $link in
      /*) path_java=$link ;;
      *) path_java=${path_java%/*}/$link ;;
    esac
  done
  printf '%s' "${path_java%/bin/java}"
}
