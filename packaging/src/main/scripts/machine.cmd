@echo off
rem Called by run.cmd and verify.cmd: sets JAVA_HOME to a JDK 25 and makes sure of Maven. Exit code 2 when something is missing.
call "%~dp0..\launcher\lib\find-java.cmd"
if errorlevel 1 exit /b 2
if not exist "%JAVA_25_HOME%\bin\javac.exe" (
  >&2 echo The Java 25 found in "%JAVA_25_HOME%" is no development kit ^(JDK^): it has no compiler. Install a JDK 25.
  exit /b 2
)
set "JAVA_HOME=%JAVA_25_HOME%"
where mvn >nul 2>nul
if errorlevel 1 (
  >&2 echo Apache Maven was not found. Install it and put its folder bin on the PATH.
  exit /b 2
)
exit /b 0
