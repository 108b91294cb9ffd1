@echo off
rem Builds Bobbin and passes all its tests and checks. Options are handed on to Maven.
setlocal
for %%I in ("%~dp0..") do set "ROOT=%%~fI"
call "%~dp0src\main\scripts\machine.cmd"
if errorlevel 1 exit /b 2
pushd "%ROOT%"
call mvn -B -T1 verify %* <nul
set "STATUS=%ERRORLEVEL%"
popd
exit /b %STATUS%
