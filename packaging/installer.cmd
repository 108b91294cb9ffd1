@echo off
rem Makes what Bobbin is handed out as on Windows, in packaging\target\installers: "packaging\installer KIND..." with
rem   image   the folder with a Java of its own that the others wrap (packaging\target\image\bobbin)
rem   zip     the image as a portable archive: unpack it anywhere and start bin\bobbin.cmd
rem   msi     an installer; needs WiX 5 (dotnet tool install --global wix)
setlocal
for %%I in ("%~dp0..") do set "ROOT=%%~fI"
set "PROGRAM=%ROOT%\packaging\target\bobbin"
set "IMAGE=%ROOT%\packaging\target\image\bobbin"
set "INSTALLERS=%ROOT%\packaging\target\installers"
set "WRAPPERS=%ROOT%\packaging\src\main\installer"
if "%~1"=="" goto usage
call "%~dp0src\main\scripts\machine.cmd"
if errorlevel 1 exit /b 2
pushd "%ROOT%"
call mvn -q -B -T1 -Dmaven.test.skip=true -pl packaging -am package <nul 1>&2
set "STATUS=%ERRORLEVEL%"
popd
if not "%STATUS%"=="0" exit /b 2
if not exist "%INSTALLERS%" mkdir "%INSTALLERS%"
for %%F in ("%PROGRAM%\lib\bobbin-emulator-*.jar") do set "VERSION=%%~nF"
set "VERSION=%VERSION:bobbin-emulator-=%"
"%JAVA_HOME%\bin\java.exe" --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -cp "%PROGRAM%\lib\bobbin.jar" dev.bobbin.packaging.image.ImageMaker "%PROGRAM%" "%IMAGE%" <nul
if errorlevel 1 exit /b 2

:next
if "%~1"=="" exit /b 0
if /i "%~1"=="image" goto made
if /i "%~1"=="zip" goto zip
if /i "%~1"=="msi" goto msi
:usage
>&2 echo Say what to make: image, zip or msi.
exit /b 2

:zip
rem The tar of Windows writes zip archives, too.
tar -a -c -f "%INSTALLERS%\bobbin-%VERSION%-windows-x64.zip" -C "%IMAGE%\.." bobbin
if errorlevel 1 exit /b 2
goto made

:msi
where wix >nul 2>nul
if errorlevel 1 (
  >&2 echo WiX was not found. Install it with: dotnet tool install --global wix
  exit /b 2
)
wix build "%WRAPPERS%\windows\bobbin.wxs" -arch x64 -d "Version=%VERSION%" -d "Image=%IMAGE%" -d "Icons=%WRAPPERS%\icons" -o "%INSTALLERS%\Bobbin-%VERSION%.msi"
if errorlevel 1 exit /b 2

:made
shift
goto next
