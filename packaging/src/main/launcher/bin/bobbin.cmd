@echo off
rem Bobbin. Without arguments, with "open FOLDER" or with a folder's path ("." or one with a backslash) the window, otherwise the command line
rem ("bobbin --help").
rem BOBBIN_JAVA       the java.exe to use (Java 25); without it the one that was installed with Bobbin, if there is one, else JAVA_HOME and
rem                   the usual places are searched
rem BOBBIN_JAVA_OPTS  further options for it
setlocal
set "BOBBIN_HOME=%~dp0.."
for %%I in ("%BOBBIN_HOME%") do set "BOBBIN_HOME=%%~fI"

if defined BOBBIN_JAVA goto found
set "BOBBIN_JAVA=%BOBBIN_HOME%\runtime\bin\java.exe"
if exist "%BOBBIN_JAVA%" goto found
call "%BOBBIN_HOME%\lib\find-java.cmd"
if errorlevel 1 exit /b 2
set "BOBBIN_JAVA=%JAVA_25_HOME%\bin\java.exe"
:found

set "PART=command"
set "MAIN=dev.bobbin.emulator.cli.Main"
set "MODULES="
set ARGUMENTS=%*
set "FOLDER=%~2"
if "%~1"=="" goto window
if /i "%~1"=="open" goto window
rem A bare name is a command, whatever folders stand here; a path differs from its own last name.
set "FOLDER=%~1"
if "%~1"=="%~nx1" goto start
if not exist "%FOLDER%\." goto start
:window
set "PART=window"
set "MAIN=dev.bobbin.app.Main"
rem The Java that is installed with Bobbin has JavaFX among its own modules.
if exist "%BOBBIN_HOME%\lib\fx" set MODULES="--module-path=%BOBBIN_HOME%\lib\fx"
set "ARGUMENTS="
if defined FOLDER set ARGUMENTS="%FOLDER%"
:start

rem A cache that is missing, or was made for other jars or another Java, costs time only.
set "CACHE="
if exist "%BOBBIN_HOME%\aot\%PART%.aot" set CACHE="-XX:AOTCache=%BOBBIN_HOME%\aot\%PART%.aot"

"%BOBBIN_JAVA%" "@%BOBBIN_HOME%\lib\%PART%.options" %CACHE% %MODULES% "-Dbobbin.home=%BOBBIN_HOME%" "-Dorg.sqlite.lib.path=%BOBBIN_HOME%\runtime\bin" -cp "%BOBBIN_HOME%\lib\bobbin.jar" %BOBBIN_JAVA_OPTS% %MAIN% %ARGUMENTS%
exit /b %ERRORLEVEL%
