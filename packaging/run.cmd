@echo off
rem Builds what is missing and starts Bobbin: the window, or with arguments the command line ("packaging\run --help").
setlocal
for %%I in ("%~dp0..") do set "ROOT=%%~fI"
set "PROGRAM=%ROOT%\packaging\target\bobbin"
set "BUILT=%ROOT%\packaging\target\built"

if not exist "%BUILT%" goto build
if not exist "%PROGRAM%\bin\bobbin.cmd" goto build
powershell -NoProfile -Command "$t=(Get-Item $env:BUILT).LastWriteTime; $s=Get-ChildItem $env:ROOT\pom.xml,$env:ROOT\LICENSE,$env:ROOT\*\pom.xml; $s+=Get-ChildItem $env:ROOT\*\src -Recurse; exit [int](@($s | Where-Object LastWriteTime -gt $t).Count -gt 0)"
if not errorlevel 1 goto caches

:build
call "%~dp0src\main\scripts\machine.cmd"
if errorlevel 1 exit /b 2
>&2 echo Building Bobbin (the first time this takes some minutes and fetches about 300 MB) ...
if not exist "%ROOT%\packaging\target" mkdir "%ROOT%\packaging\target"
type nul > "%BUILT%.new"
pushd "%ROOT%"
call mvn -q -B -T1 -Dmaven.test.skip=true -pl packaging -am package <nul 1>&2
if errorlevel 1 (
  popd
  >&2 echo The build failed. See its messages above.
  exit /b 2
)
popd
move /y "%BUILT%.new" "%BUILT%" >nul
if exist "%PROGRAM%\aot" rmdir /s /q "%PROGRAM%\aot"

:caches
if exist "%PROGRAM%\aot\made" goto start
call "%PROGRAM%\lib\find-java.cmd"
if errorlevel 1 exit /b 2
>&2 echo Preparing for quick starts (once after a build, about a minute) ...
"%JAVA_25_HOME%\bin\java.exe" -cp "%PROGRAM%\lib\bobbin.jar" dev.bobbin.packaging.Caches "%PROGRAM%" <nul 1>&2
if errorlevel 1 >&2 echo That did not work; Bobbin starts all the same, only more slowly.

:start
call "%PROGRAM%\bin\bobbin.cmd" %*
exit /b %ERRORLEVEL%
