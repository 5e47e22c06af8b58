@echo off
rem Curfew: the console without arguments, the command line with them.
rem   CURFEW_JAVA_HOME   the Java to use (25 or newer), before any that is found
rem   CURFEW_JAVA_OPTS   further options for it
setlocal EnableDelayedExpansion
set "HOME_DIR=%~dp0.."
set "JAVA="
set "LOOKED="

call :try CURFEW_JAVA_HOME "%CURFEW_JAVA_HOME%"
call :try JAVA_HOME "%JAVA_HOME%"
if not defined JAVA for %%J in (java.exe) do if not "%%~$PATH:J"=="" call :try PATH "%%~dp$PATH:J.."
for /d %%D in ("%ProgramFiles%\Eclipse Adoptium\jdk*" "%ProgramFiles%\Java\jdk*" "%ProgramFiles%\Microsoft\jdk*" "%ProgramFiles%\Zulu\zulu*" "%USERPROFILE%\.jdks\*") do call :try "%%~dpD" "%%~fD"
if not defined JAVA (
    echo curfew needs Java 25 or newer and found none. It looked at CURFEW_JAVA_HOME, JAVA_HOME, java on the PATH, 1>&2
    echo the folders of Eclipse Adoptium, Java, Microsoft and Zulu in "%ProgramFiles%" and "%USERPROFILE%\.jdks".!LOOKED! 1>&2
    echo Install a JDK 25, or set CURFEW_JAVA_HOME to the folder of one. 1>&2
    exit /b 2
)

rem Only these options leave it the console.
set "MODE=console"
set "VALUE="
for %%A in (%*) do (
    if defined VALUE (
        set "VALUE="
    ) else (
        set "KNOWN="
        if "%%~A"=="-w" set "KNOWN=1"
        if "%%~A"=="--workspace" set "KNOWN=1"
        if "%%~A"=="--passphrase-file" set "KNOWN=1"
        if defined KNOWN (set "VALUE=1") else (set "MODE=command")
    )
)

set "APP=%HOME_DIR%\lib\curfew-app-@project.version@.jar"
if "%MODE%"=="console" (
    "%JAVA%" --module-path "%HOME_DIR%\lib\javafx-@javafx.version@" --add-modules=javafx.controls,javafx.swing --enable-native-access=javafx.graphics,ALL-UNNAMED -XX:+UseCompactObjectHeaders %CURFEW_JAVA_OPTS% -jar "%APP%" %*
) else (
    "%JAVA%" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:+UseCompactObjectHeaders %CURFEW_JAVA_OPTS% -jar "%APP%" %*
)
exit /b %ERRORLEVEL%

:try
if defined JAVA exit /b 0
if "%~2"=="" exit /b 0
if not exist "%~2\bin\java.exe" exit /b 0
if not exist "%~2\release" exit /b 0
set "MAJOR="
for /f "usebackq tokens=1,2 delims==" %%K in ("%~2\release") do if "%%K"=="JAVA_VERSION" for /f "tokens=1 delims=." %%V in ("%%~L") do set "MAJOR=%%V"
if not defined MAJOR exit /b 0
if !MAJOR! GEQ 25 (
    set "JAVA=%~2\bin\java.exe"
) else (
    set "LOOKED=!LOOKED! %~1: %~2 is Java !MAJOR!."
)
exit /b 0
