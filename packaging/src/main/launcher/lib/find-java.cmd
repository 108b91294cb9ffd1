@echo off
rem Sets JAVA_25_HOME to the first Java 25 found; says on the error stream where it looked when there is none.
set "JAVA_25_HOME="
if defined JAVA_HOME call :try "%JAVA_HOME%"
for /d %%D in ("%ProgramFiles%\Eclipse Adoptium\*25*" "%ProgramFiles%\Java\*25*" "%ProgramFiles%\Microsoft\*25*" "%ProgramFiles%\Zulu\*25*" "%ProgramFiles%\Amazon Corretto\*25*" "%USERPROFILE%\.jdks\*25*") do call :try "%%~D"
for %%J in (java.exe) do if not "%%~$PATH:J"=="" call :try "%%~dp$PATH:J.."
if defined JAVA_25_HOME exit /b 0
>&2 echo bobbin: Java 25 was not found. Install it (for example Eclipse Temurin 25), or set JAVA_HOME to its folder.
>&2 echo bobbin: Looked in JAVA_HOME, in the folders of the usual vendors under "%ProgramFiles%", in "%USERPROFILE%\.jdks" and on the PATH.
exit /b 1

:try
if defined JAVA_25_HOME exit /b 0
if not exist "%~1\bin\java.exe" exit /b 0
if not exist "%~1\release" exit /b 0
findstr /b /r /c:"JAVA_VERSION=\"25[\".]" "%~1\release" >nul 2>nul && set "JAVA_25_HOME=%~1"
exit /b 0
