@echo off
rem Bobbin. Without arguments or with "open FOLDER" the window, otherwise the command line ("bobbin --help").
rem BOBBIN_JAVA       the java.exe to use (Java 25); without it JAVA_HOME and the usual places are searched
rem BOBBIN_JAVA_OPTS  further options for it
setlocal
set "BOBBIN_HOME=%~dp0.."
for %%I in ("%BOBBIN_HOME%") do set "BOBBIN_HOME=%%~fI"

if defined BOBBIN_JAVA goto found
call "%BOBBIN_HOME%\lib\find-java.cmd"
if errorlevel 1 exit /b 2
set "BOBBIN_JAVA=%JAVA_25_HOME%\bin\java.exe"
:found

set "PART=command"
set "MAIN=dev.bobbin.emulator.cli.Main"
set "MODULES="
set ARGUMENTS=%*
if "%~1"=="" goto window
if /i not "%~1"=="open" goto start
:window
set "PART=window"
set "MAIN=dev.bobbin.app.Main"
set MODULES="--module-path=%BOBBIN_HOME%\lib\fx"
set "ARGUMENTS="
if not "%~2"=="" set ARGUMENTS="%~2"
:start

rem A cache that is missing, or was made for other jars or another Java, costs time only.
set "CACHE="
if exist "%BOBBIN_HOME%\aot\%PART%.aot" set CACHE="-XX:AOTCache=%BOBBIN_HOME%\aot\%PART%.aot"

"%BOBBIN_JAVA%" "@%BOBBIN_HOME%\lib\%PART%.options" %CACHE% %MODULES% "-Dbobbin.home=%BOBBIN_HOME%" -cp "%BOBBIN_HOME%\lib\bobbin.jar" %BOBBIN_JAVA_OPTS% %MAIN% %ARGUMENTS%
exit /b %ERRORLEVEL%
